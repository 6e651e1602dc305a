using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>
/// Declares the member as <c>string</c> and writes the constants that it is compared with as codes. Exact only where it is compared,
/// assigned constants and shown, and nothing else.
/// </summary>
internal static class TextMemberEdits
{
    public const string Title = "Declare the reason code as string";

    public static SourceEdits? Of(ISymbol member, SyntaxNode declaration, ProgramModel program)
    {
        var (type, initializer) = declaration switch
        {
            PropertyDeclarationSyntax property => (property.Type, property.Initializer),
            ParameterSyntax parameter => (parameter.Type, parameter.Default),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } field } declarator => (field.Type, declarator.Initializer),
            _ => (null, null),
        };
        // Another declaration of the same thing, an interface's or a base's, would have to change with it.
        if (type is null || member.IsVirtual || member.IsOverride || member.IsAbstract || IsOfInterface(member)
            || (member as IPropertySymbol)?.SetMethod is null && declaration is PropertyDeclarationSyntax)
        {
            return null;
        }

        var edits = new SourceEdits(Title);
        if (declaration is PropertyDeclarationSyntax { Initializer: null } auto && NeedsValue(member, auto, program) is var (isNullable, initial))
        {
            edits.Replace(type, isNullable ? "string?" : "string");
            if (!isNullable)
                edits.InsertAfter(auto, $" = {initial};");
        }
        else
        {
            edits.Replace(type, type is NullableTypeSyntax ? "string?" : "string");
        }

        // = default! fits both types.
        if (initializer is { Value: var value } && !value.ToString().StartsWith("default", StringComparison.Ordinal)
            && !(program.OperationAt(value) is { } constant && ConstantRewrites.Rewrite(constant, ConstantRewrites.ToText, edits)))
        {
            return null;
        }

        foreach (var use in program.ReferencesTo(member))
        {
            if (use.Syntax.SyntaxTree.GetRoot().FullSpan.IsEmpty || !IsRewritten(use, edits))
                return null;
        }

        // The names in property patterns and named arguments are no references in the sense of the program model.
        return HasOtherMentions(member, program) ? null : edits;
    }

    /// <summary>
    /// What a property needs that a number did not: to allow null, or a value to begin with, as the class has it for its other texts. Null where the compiler
    /// does not ask.
    /// </summary>
    private static (bool IsNullable, string Initial)? NeedsValue(ISymbol member, PropertyDeclarationSyntax declaration, ProgramModel program)
    {
        if (declaration.Type is NullableTypeSyntax || (program.ModelFor(declaration.SyntaxTree).GetNullableContext(declaration.SpanStart) & NullableContext.Enabled) != NullableContext.Enabled
            || declaration.Modifiers.Any(static m => m.ValueText == "required"))
        {
            return null;
        }

        var others = member.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(static p => p.Type.SpecialType == SpecialType.System_String).ToList();
        var initial = others.Select(static p => (p.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as PropertyDeclarationSyntax)?.Initializer?.Value.ToString()).FirstOrDefault(static i => i is not null);
        return (initial is null && others.Exists(static p => p.NullableAnnotation == NullableAnnotation.Annotated), initial ?? "\"\"");
    }

    public static bool IsRewritten(IOperation use, SourceEdits edits)
    {
        if (use.AssignedValue() is { } assigned)
            return ConstantRewrites.Rewrite(assigned, ConstantRewrites.ToText, edits);
        return ConstantRewrites.OfUse(use, ConstantRewrites.ToText, edits) || IsShown(use);
    }

    /// <summary>In an interpolation without a format, written by <c>ToString()</c>, or boxed for a log: a string does as well.</summary>
    private static bool IsShown(IOperation use)
    {
        if (use.Parent is IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true } call && call.Instance == use)
            return true;
        if (use.Parent is IInterpolationOperation { FormatString: null, Alignment: null })
            return true;
        return use.Parent is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object } boxed
            && boxed.Parent is IArgumentOperation or IArrayInitializerOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };
    }

    private static bool IsOfInterface(ISymbol member) => member.ContainingType.TypeKind == TypeKind.Interface
        || member.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers())
            .Any(m => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(m), member));

    /// <summary>Whether the source names the member where the program model sees no reference: arguments of a record's constructor, <c>nameof</c>, <c>cref</c>.</summary>
    private static bool HasOtherMentions(ISymbol member, ProgramModel program)
    {
        if (member is not IPropertySymbol property || !property.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is ParameterSyntax))
            return false;
        return member.ContainingType.InstanceConstructors.Any(c => program.CallsOf(c).Any());
    }
}
