using AuthApi.Analyzers.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Rules.AdobePass.RejectedAuthorizationValue;

/// <summary>A header in an object initializer, which has no place for a call: it is added in a statement behind the declaration instead.</summary>
internal static class InitializedHeader
{
    /// <param name="element"><c>Authorization = …</c> or <c>{ "Authorization", … }</c> in <c>Headers = { … }</c>.</param>
    /// <param name="text">The header's text.</param>
    /// <param name="edits">Where the edits go.</param>
    /// <returns>Null where the object is not the value of a variable that is declared in a statement.</returns>
    public static SourceEdits? MovedOut(SyntaxNode element, ExpressionSyntax text, SourceEdits edits)
    {
        if (element.Parent is not InitializerExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax property, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } members } set } headers
            || creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.Text: var name, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } } })
        {
            return null;
        }

        if (headers.Expressions.Count > 1)
            Remove(headers.Expressions, (ExpressionSyntax)element, edits);
        else if (members.Expressions.Count > 1)
            Remove(members.Expressions, set, edits);
        else
            edits.Replace(creation.SyntaxTree, TextSpan.FromBounds(members.OpenBraceToken.GetPreviousToken().Span.End, members.Span.End), creation.ArgumentList is null ? "()" : "");
        return edits.InsertAfter(statement, $"{SourceLayout.Of(statement.SyntaxTree).NewLine}{SourceLayout.Indentation(statement)}{name}.{property}.TryAddWithoutValidation(\"Authorization\", {text});");
    }

    private static void Remove(SeparatedSyntaxList<ExpressionSyntax> list, ExpressionSyntax element, SourceEdits edits)
    {
        var index = list.IndexOf(element);
        var span = index + 1 < list.Count
            ? TextSpan.FromBounds(element.SpanStart, list[index + 1].SpanStart)
            : TextSpan.FromBounds(list.SeparatorCount > index ? list.GetSeparator(index - 1).Span.End : list[index - 1].Span.End, list.SeparatorCount > index ? list.GetSeparator(index).Span.End : element.Span.End);
        edits.Replace(element.SyntaxTree, span, "");
    }
}
