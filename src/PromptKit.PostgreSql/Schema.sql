-- Everything of PromptKit's store in a database. $schema$ stands for the schema's name. Running it again changes nothing.

-- Ids can be longer than what an index holds, so a hash is the key. Keys are never used again: a reader in the middle of a thread cannot
-- come into another one. Rows that are updated with every commit have room on their page for it.
CREATE SCHEMA IF NOT EXISTS $schema$;

CREATE TABLE IF NOT EXISTS $schema$.format (version integer NOT NULL);
INSERT INTO $schema$.format (version) SELECT 1 WHERE NOT EXISTS (SELECT FROM $schema$.format);

CREATE TABLE IF NOT EXISTS $schema$.sessions (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id_hash bytea NOT NULL UNIQUE,
    id text COLLATE "C" NOT NULL,
    generation text NOT NULL,
    format integer NOT NULL,
    creation text NOT NULL,
    state bytea,
    state_version bigint NOT NULL,
    state_commit text,
    created timestamptz NOT NULL,
    updated timestamptz NOT NULL,
    expires timestamptz
) WITH (fillfactor = 80);
CREATE INDEX IF NOT EXISTS sessions_by_update ON $schema$.sessions (updated DESC, id);
CREATE INDEX IF NOT EXISTS sessions_by_expiry ON $schema$.sessions (expires) WHERE expires IS NOT NULL;

CREATE TABLE IF NOT EXISTS $schema$.threads (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    length bigint NOT NULL,
    revision bigint NOT NULL,
    last_commit text NOT NULL,
    properties bytea NOT NULL,
    UNIQUE (session, name)
) WITH (fillfactor = 80);

CREATE TABLE IF NOT EXISTS $schema$.messages (
    thread bigint NOT NULL,
    position bigint NOT NULL,
    payload bytea NOT NULL,
    first_of text,
    PRIMARY KEY (thread, position)
);

CREATE TABLE IF NOT EXISTS $schema$.turns (
    thread bigint NOT NULL,
    turn bytea NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (thread, turn)
);

-- A commit is one call, hence one statement and one round trip. Names carry a version, so that an older and a newer PromptKit can share a
-- database. Each statement inside of a function sees what others committed before it, and each function locks the session's row first: so
-- commits to one session follow each other, and nothing can deadlock.
--
-- Parameters are arrays, one element a thread; p_payloads has the messages of all threads behind each other. The status is a CommitStatus;
-- of a conflict, thread is null for the state.
CREATE OR REPLACE FUNCTION $schema$.commit_v1(
    p_creates boolean, p_id_hash bytea, p_id text, p_generation text, p_format integer, p_commit text,
    p_now timestamptz, p_expires timestamptz,
    p_names text[], p_lengths bigint[], p_revisions bigint[], p_counts integer[], p_properties bytea[], p_turns bytea[],
    p_payloads bytea[], p_state bytea, p_state_version bigint,
    OUT status integer, OUT thread text, OUT actual bigint
) LANGUAGE plpgsql AS $function$
DECLARE
    v_session $schema$.sessions%ROWTYPE;
    v_thread $schema$.threads%ROWTYPE;
    v_keys bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_names)]);
    v_key bigint;
    v_next integer := 1;
    v_conflict boolean := false;
BEGIN
    LOOP
        IF p_creates THEN
            INSERT INTO $schema$.sessions (id_hash, id, generation, format, creation, state_version, created, updated, expires)
                VALUES (p_id_hash, p_id, p_generation, p_format, p_commit, 0, p_now, p_now, p_expires)
                ON CONFLICT (id_hash) DO NOTHING RETURNING * INTO v_session;
            EXIT WHEN FOUND;
        END IF;
        SELECT * INTO v_session FROM $schema$.sessions WHERE id_hash = p_id_hash FOR NO KEY UPDATE;
        IF p_creates THEN
            CONTINUE WHEN NOT FOUND;
            IF v_session.expires IS NULL OR v_session.expires > p_now THEN
                status := CASE WHEN v_session.generation = p_generation AND v_session.creation = p_commit THEN 1 ELSE 3 END;
                RETURN;
            END IF;
            PERFORM $schema$.delete_v1(p_id_hash, p_now);
        ELSE
            IF NOT FOUND OR v_session.generation <> p_generation OR v_session.expires <= p_now THEN
                status := 4;
                RETURN;
            END IF;
            EXIT;
        END IF;
    END LOOP;

    IF NOT p_creates AND p_state_version IS NOT NULL AND v_session.state_commit = p_commit THEN
        status := 1;
        RETURN;
    END IF;
    FOR i IN 1 .. cardinality(p_names) LOOP
        SELECT * INTO v_thread FROM $schema$.threads t WHERE t.session = v_session.key AND t.name = p_names[i];
        IF FOUND THEN
            v_keys[i] := v_thread.key;
            -- All or nothing was written: one part that is there is proof for the others.
            IF v_thread.last_commit = p_commit OR (p_lengths[i] < v_thread.length AND EXISTS (
                SELECT FROM $schema$.messages m
                    WHERE m.thread = v_thread.key AND m.position = p_lengths[i] AND m.first_of = p_commit
            )) THEN
                status := 1;
                thread := NULL;
                actual := NULL;
                RETURN;
            END IF;
        ELSE
            v_thread.length := 0;
            v_thread.revision := 0;
        END IF;
        IF NOT v_conflict AND (v_thread.length <> p_lengths[i] OR v_thread.revision <> p_revisions[i]) THEN
            v_conflict := true;
            thread := p_names[i];
            actual := v_thread.length;
        END IF;
    END LOOP;
    IF NOT v_conflict AND p_state_version <> v_session.state_version THEN
        v_conflict := true;
        actual := v_session.state_version;
    END IF;
    IF v_conflict THEN
        IF p_creates THEN
            DELETE FROM $schema$.sessions WHERE key = v_session.key;
        END IF;
        status := 2;
        RETURN;
    END IF;

    FOR i IN 1 .. cardinality(p_names) LOOP
        IF v_keys[i] IS NULL THEN
            INSERT INTO $schema$.threads (session, name, length, revision, last_commit, properties)
                VALUES (v_session.key, p_names[i], p_counts[i], 1, p_commit, p_properties[i]) RETURNING key INTO v_key;
        ELSE
            v_key := v_keys[i];
            UPDATE $schema$.threads
                SET length = length + p_counts[i], revision = revision + 1, last_commit = p_commit, properties = p_properties[i]
                WHERE key = v_key;
        END IF;
        IF p_counts[i] > 0 THEN
            INSERT INTO $schema$.messages (thread, position, payload, first_of)
                SELECT v_key, p_lengths[i] + m.number - 1, m.payload, CASE WHEN m.number = 1 THEN p_commit END
                FROM unnest(p_payloads[v_next : v_next + p_counts[i] - 1]) WITH ORDINALITY AS m (payload, number);
            v_next := v_next + p_counts[i];
            IF p_turns[i] IS NOT NULL THEN
                INSERT INTO $schema$.turns (thread, turn, position) VALUES (v_key, p_turns[i], p_lengths[i]) ON CONFLICT DO NOTHING;
            END IF;
        END IF;
    END LOOP;
    IF p_state_version IS NOT NULL THEN
        UPDATE $schema$.sessions
            SET format = greatest(format, p_format), updated = p_now, expires = p_expires,
                state = p_state, state_version = p_state_version + 1, state_commit = p_commit
            WHERE key = v_session.key;
    ELSIF NOT p_creates THEN
        UPDATE $schema$.sessions SET format = greatest(format, p_format), updated = p_now, expires = p_expires WHERE key = v_session.key;
    END IF;
    status := 0;
END
$function$;

CREATE OR REPLACE FUNCTION $schema$.delete_v1(p_id_hash bytea, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql AS $function$
DECLARE
    v_session $schema$.sessions%ROWTYPE;
BEGIN
    SELECT * INTO v_session FROM $schema$.sessions WHERE id_hash = p_id_hash FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    DELETE FROM $schema$.messages WHERE thread IN (SELECT key FROM $schema$.threads WHERE session = v_session.key);
    DELETE FROM $schema$.turns WHERE thread IN (SELECT key FROM $schema$.threads WHERE session = v_session.key);
    DELETE FROM $schema$.threads WHERE session = v_session.key;
    DELETE FROM $schema$.sessions WHERE key = v_session.key;
    RETURN v_session.expires IS NULL OR v_session.expires > p_now;
END
$function$;

CREATE OR REPLACE FUNCTION $schema$.purge_v1(p_now timestamptz, p_max integer) RETURNS integer LANGUAGE plpgsql AS $function$
DECLARE
    v_hash bytea;
    v_count integer := 0;
BEGIN
    FOR v_hash IN SELECT id_hash FROM $schema$.sessions WHERE expires <= p_now LIMIT p_max FOR UPDATE SKIP LOCKED LOOP
        PERFORM $schema$.delete_v1(v_hash, p_now);
        v_count := v_count + 1;
    END LOOP;
    RETURN v_count;
END
$function$;
