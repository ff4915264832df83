using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a record's equality where the compiler's own would compare lists, maps and JSON by reference.</summary>
internal static class EqualityEmitter
{
    public static void Emit(CodeWriter writer, BoundRecord record)
    {
        var members = RecordEmitter.MembersOf(record).ToList();
        if (members.TrueForAll(member => !NeedsContent(member.Type)))
        {
            return;
        }

        writer.Line().Line("/// <inheritdoc/>");
        var baseTest = record.Case is null ? "" : "base.Equals(other)\n    && ";
        var tests = members.Select(member => Test(member));
        writer.Line($"public bool Equals({record.Name}? other) =>");
        writer.Line($"    ReferenceEquals(this, other)\n    || other is not null\n    && {baseTest}{string.Join("\n    && ", tests)};");
        writer.Line().Line("/// <inheritdoc/>");
        using (writer.Block("public override int GetHashCode()"))
        {
            writer.Line("var hash = new global::System.HashCode();");
            foreach (var member in members)
            {
                writer.Line($"hash.Add({Hash(member)});");
            }

            writer.Line("return hash.ToHashCode();");
        }
    }

    private static bool NeedsContent(BoundType type) => type is BoundList or BoundMap or BoundScalar { Kind: ScalarKind.Any };

    private static string Test(BoundMember member) =>
        NeedsContent(member.Type)
            ? Equal(member.Type, member.Property, "other." + member.Property)
            : $"global::System.Collections.Generic.EqualityComparer<{member.TypeCode}>.Default.Equals({member.Property}, other.{member.Property})";

    private static string Hash(BoundMember member) =>
        NeedsContent(member.Type) ? $"{Names.ContentEquality}.Hash({member.Property})" : member.Property;

    private static string Equal(BoundType type, string left, string right)
    {
        var item = type switch
        {
            BoundList list when NeedsContent(list.Item) => ItemTest(list.Item),
            BoundMap map when NeedsContent(map.Value) => ItemTest(map.Value),
            _ => "",
        };
        return $"{Names.ContentEquality}.Equal({left}, {right}{item})";
    }

    private static string ItemTest(BoundType item) => $", static (left, right) => {Equal(item, "left", "right")}";
}
