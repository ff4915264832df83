namespace PromptKit.Generators.Tests.Differential;

/// <summary>What a random expression gives. <c>Maybe</c>: or null.</summary>
internal enum ValueKind
{
    Text,
    MaybeText,
    Integer,
    MaybeInteger,
    Number,
    MaybeNumber,
    Boolean,
    MaybeBoolean,
    Choice,
    Character,
    Captured,
    Texts,
    MaybeTexts,
    Gaps,
    Integers,
    Grid,
    Items,
    Item,
    Place,
    MaybePlace,
    Prices,
    Entry,
    Rooms,
    Room,
    Anything,
    Object,
    Moment,
}
