namespace PromptKit;

/// <summary>What was done to make a model's answer fit.</summary>
public enum OutputRepairKind
{
    /// <summary>A byte order mark in front was dropped.</summary>
    ByteOrderMark,

    /// <summary>Text around the JSON was dropped.</summary>
    Prose,

    /// <summary>The JSON stood between code fences.</summary>
    Fence,

    /// <summary>Of several JSON values the one that fits best was taken.</summary>
    Choice,

    /// <summary>The answer was cut off; what was open was closed.</summary>
    Truncated,

    /// <summary>A comma was missing, or one too many; a colon, brace or bracket was missing or misplaced.</summary>
    Punctuation,

    /// <summary>A text stood in single, typographic or no quotes, or held quotes that were not escaped.</summary>
    Quotes,

    /// <summary>A text held a line break or another control character as it is, or an escape that JSON does not know.</summary>
    Escape,

    /// <summary>A comment was dropped.</summary>
    Comment,

    /// <summary>A literal of another language was read as JSON's: <c>None</c>, <c>True</c>, <c>undefined</c>, <c>NaN</c>.</summary>
    Literal,

    /// <summary>A number was written otherwise than in JSON: <c>+5</c>, <c>.5</c>, <c>1_000</c>.</summary>
    NumberSpelling,

    /// <summary>An answer that travels as <c>{"value": …}</c> came without that.</summary>
    Unwrapped,

    /// <summary>A value was of another type and could be converted: <c>"42"</c>, <c>4.0</c>, <c>"yes"</c>, a number for a text.</summary>
    Conversion,

    /// <summary>A single value stood where a list was asked for.</summary>
    SingleItem,

    /// <summary>A value of an enum was written otherwise: in another case, by its description, within a sentence.</summary>
    EnumSpelling,

    /// <summary>A member's name was written otherwise.</summary>
    NameSpelling,

    /// <summary>A member that the schema does not know was dropped.</summary>
    UnknownMember,

    /// <summary>A member was given more than once; one was taken.</summary>
    RepeatedMember,

    /// <summary>A member that may be null was missing.</summary>
    MissingNull,
}
