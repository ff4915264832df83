namespace PromptKit.Outputs;

/// <summary>Where a <see cref="JsonMender{TSink}"/> is in a text.</summary>
internal enum MenderPlace
{
    /// <summary>A value has to follow.</summary>
    Value,

    /// <summary>Behind an opening bracket.</summary>
    FirstItem,

    /// <summary>Behind a comma in a list.</summary>
    Item,

    /// <summary>Behind an opening brace.</summary>
    FirstName,

    /// <summary>Behind a comma in an object.</summary>
    Name,

    /// <summary>Behind a member's name.</summary>
    Colon,

    /// <summary>Behind a value.</summary>
    After,

    /// <summary>In a text between quotes.</summary>
    Text,

    /// <summary>In a name between quotes.</summary>
    NameText,

    /// <summary>In a value without quotes.</summary>
    Bare,

    /// <summary>In a name without quotes.</summary>
    BareName,

    /// <summary>Behind the whole value.</summary>
    End,
}
