using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>The form that says what an object for JSON says: <c>new FormUrlEncodedContent(…)</c> of its texts.</summary>
internal static class FormContent
{
    /// <summary>The creation of the form, as C#; null for an object whose texts cannot be told. An object in a variable of its own becomes a dictionary there.</summary>
    public static string? Of(IOperation value, ProgramModel program, SourceEdits edits) => value switch
    {
        ILocalReferenceOperation { Local: var local } when Initial(local, program) is (IAnonymousObjectCreationOperation { Syntax: AnonymousObjectCreationExpressionSyntax made } created, _) && Of(created, program, edits) is not null =>
            $"new FormUrlEncodedContent({local.Name})" is var form && edits.Replace(made, Dictionary(made)) is not null ? form : null,
        IAnonymousObjectCreationOperation { Syntax: AnonymousObjectCreationExpressionSyntax syntax } anonymous
            when anonymous.Initializers.All(static i => i is ISimpleAssignmentOperation { Value.Type.SpecialType: SpecialType.System_String }) => $"new FormUrlEncodedContent({Dictionary(syntax)})",
        { Type: INamedTypeSymbol type, Syntax: ExpressionSyntax syntax } when IsPairs(type) || type.AllInterfaces.Any(IsPairs) => $"new FormUrlEncodedContent({syntax})",
        _ => null,
    };

    public static SourceEdits Naming(SourceEdits edits) => edits.Using("System.Net.Http.FormUrlEncodedContent").Using("System.Collections.Generic.Dictionary");

    /// <summary>A form in place of a content that holds JSON. A variable that only carried the JSON goes.</summary>
    public static SourceEdits? InPlaceOfJson(IOperation content, ProgramModel program, SourceEdits edits)
    {
        if (content is ILocalReferenceOperation { Local: var holder } && Initial(holder, program) is var (held, _))
            content = held;
        switch (content)
        {
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" }, Arguments: [var value, ..] }:
                return Of(value.Value.Unwrap(), program, edits) is { } created ? Naming(edits.Replace(content.Syntax, created)) : null;
            case IObjectCreationOperation { Type.Name: "StringContent", Arguments: [var text, ..] }:
                var json = text.Value.Unwrap();
                if (json is ILocalReferenceOperation { Local: var local })
                {
                    if (Initial(local, program) is not var (made, statement) || WholeLines(statement) is not { } lines)
                        return null;
                    json = made;
                    edits.Replace(statement.SyntaxTree, lines, "");
                }

                return json is IInvocationOperation { TargetMethod.Name: "Serialize" or "SerializeObject", Arguments: [var serialized, ..] } && Of(serialized.Value.Unwrap(), program, edits) is { } form
                    ? Naming(edits.Replace(content.Syntax, form))
                    : null;
            default:
                return null;
        }
    }

    /// <summary>What a variable is declared with that is used once.</summary>
    private static (IOperation Value, StatementSyntax Statement)? Initial(ILocalSymbol local, ProgramModel program) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } declared }
        && declared.Type.IsVar && program.ReferencesTo(local).Count() == 1 && program.OperationAt(initial) is { } made ? (made.Unwrap(), statement) : null;

    private static bool IsPairs(INamedTypeSymbol type) =>
        type is { Name: "IEnumerable", TypeArguments: [INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }] }] };

    /// <summary><c>new { client_id = id }</c> as <c>new Dictionary&lt;string, string&gt; { ["client_id"] = id }</c>, laid out as it was.</summary>
    private static string Dictionary(AnonymousObjectCreationExpressionSyntax syntax)
    {
        var changes = new List<TextChange> { new(syntax.NewKeyword.Span, "new Dictionary<string, string>") };
        foreach (var initializer in syntax.Initializers)
        {
            var name = initializer.NameEquals?.Name.Identifier ?? initializer.Expression.GetLastToken();
            changes.Add(initializer.NameEquals is { } named
                ? new(named.Name.Span, $"[\"{name.ValueText}\"]")
                : new(new(initializer.SpanStart, 0), $"[\"{name.ValueText}\"] = "));
        }

        var start = syntax.SpanStart;
        return SourceText.From(syntax.ToString()).WithChanges(changes.Select(c => new TextChange(new(c.Span.Start - start, c.Span.Length), c.NewText!))).ToString();
    }

    /// <summary>The lines of a statement; null when it shares them.</summary>
    private static TextSpan? WholeLines(StatementSyntax statement)
    {
        var lines = statement.SyntaxTree.GetText().Lines;
        var (first, last) = (lines.GetLineFromPosition(statement.SpanStart), lines.GetLineFromPosition(statement.Span.End));
        return first.ToString().TrimStart().StartsWith(statement.ToString().Split('\r', '\n')[0], StringComparison.Ordinal) && last.End == statement.Span.End
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : null;
    }
}
