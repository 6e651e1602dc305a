using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AuthApi.Analyzers.Rules.AdobePass.WrongEndpoint;

/// <summary>Where the verb of a request stands in the source, and how to write another one there.</summary>
internal static class VerbEdits
{
    /// <summary>The verb's expression or the name of the sending method, and the edits that put <paramref name="right"/> there (null: no fix).</summary>
    public static (Location Place, SourceEdits? Fix) For(HttpRequest request, string? right, ProgramModel program)
    {
        if (request.VerbSource is { } source)
        {
            var verb = Origin(program, source);
            var fix = right is null || request.Body is not null && right is "GET" or "DELETE" ? null : In(verb.Operation, right);
            return (verb.Syntax.GetLocation(), fix);
        }

        // [Get("…")] of an interface
        if (request.Send.Syntax is AttributeSyntax attribute)
            return (attribute.Name.GetLocation(), right is null || request.Body is not null ? null : Titled().Replace(attribute.Name, right[0] + right.Substring(1).ToLowerInvariant()));
        if (request.Send.Operation is not IInvocationOperation invocation)
            return (request.Send.Syntax.GetLocation(), null);
        if (NameOf(invocation) is not { } name || request.Verbs is not [{ } written] || !name.Identifier.ValueText.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            return (invocation.Syntax.GetLocation(), null);
        return (name.Identifier.GetLocation(), right is null ? null : InCall(invocation, name, written, right));
    }

    /// <summary>The expression that names the verb, when it is written in one place.</summary>
    private static Site Origin(ProgramModel program, Site source) =>
        program.Origins(source, out _) is [var single] && single.Syntax.SyntaxTree == source.Syntax.SyntaxTree ? single : source;

    private static SourceEdits? In(IOperation verb, string? right)
    {
        if (right is null)
            return null;
        switch (verb.Unwrap())
        {
            // HttpMethod.Get, Method.Get, Method.GET
            case IMemberReferenceOperation { Member: { IsStatic: true } member, Syntax: var syntax }
                when member.ContainingType.GetMembers().FirstOrDefault(m => m.IsStatic && m.Kind == member.Kind && string.Equals(m.Name, right, StringComparison.OrdinalIgnoreCase)) is { } other:
                var name = syntax is MemberAccessExpressionSyntax access ? access.Name : syntax;
                return Titled().Replace(name, other.Name);
            case ILiteralOperation { Syntax: LiteralExpressionSyntax literal }:
                return Titled().Replace(literal, "\"" + right + "\"");
            case IObjectCreationOperation { Arguments: [{ Value: var text }] }:
                return In(text, right);
            default:
                return null;
        }
    }

    /// <summary><c>GetAsync(url)</c> becomes <c>PostAsync(url, null)</c> and the like, where the type has such a method.</summary>
    private static SourceEdits? InCall(IInvocationOperation invocation, SimpleNameSyntax name, string written, string right)
    {
        var newName = name.Identifier.ValueText is var old && char.IsUpper(old[1])
            ? right + old.Substring(written.Length)
            : right[0] + right.Substring(1).ToLowerInvariant() + old.Substring(written.Length);
        var method = invocation.TargetMethod;
        var wanted = method.Parameters.Select(static p => p.Type).ToList();
        var content = method.Parameters.FirstOrDefault(static p => p.Type.Name == "HttpContent");
        var takesContent = right is "POST" or "PUT" or "PATCH";
        var fix = Titled().Replace(name.Identifier, newName);
        var candidates = method.ContainingType.GetMembers(newName).OfType<IMethodSymbol>().ToList();
        if (content is not null && !takesContent)
        {
            // What a body says would be lost.
            if (invocation.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter, content)) is not { Syntax: ArgumentSyntax argument } body || !body.Value.IsNull())
                return null;
            wanted.Remove(content.Type);
            var list = (ArgumentListSyntax)argument.Parent!;
            var index = list.Arguments.IndexOf(argument);
            if (index == 0)
                return null;
            fix.Replace(argument.SyntaxTree, TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End), "");
        }
        else if (content is null && takesContent && candidates.Find(static m => m.Parameters.Any(static p => p.Type.Name == "HttpContent")) is { } withContent)
        {
            wanted.Insert(1, withContent.Parameters.First(static p => p.Type.Name == "HttpContent").Type);
            if (invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Syntax is not ArgumentSyntax url)
                return null;
            fix.InsertAfter(url, ", null");
        }

        return candidates.Exists(m => m.Parameters.Length == wanted.Count && m.Parameters.Zip(wanted, static (p, t) => SymbolEqualityComparer.Default.Equals(p.Type, t)).All(static same => same))
            ? fix
            : null;
    }

    private static SourceEdits Titled() => new("Use the documented verb");

    private static SimpleNameSyntax? NameOf(IInvocationOperation invocation) => (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
