using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the types of a schema, each with the class that reads and writes its JSON.</summary>
internal static class DeclarationEmitter
{
    public static void Emit(CodeWriter writer, BoundDeclaration declaration, EmissionContext context)
    {
        switch (declaration)
        {
            case BoundEnum choice:
                EnumEmitter.Emit(writer, choice, context);
                break;
            case BoundUnion union:
                UnionEmitter.Emit(writer, union, context);
                break;
            case BoundRecord record:
                RecordEmitter.Emit(writer, record, context);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(declaration));
        }
    }

    /// <summary>The types that JSON is read into, cases of unions included.</summary>
    public static IEnumerable<string> TypesOf(BoundDeclaration declaration) =>
        declaration is BoundUnion union ? union.Cases.Select(record => record.Type.Code).Prepend(union.Type.Code) : [declaration.Type.Code];
}
