using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Http;

/// <summary>What stands between a client and the network, other than by a header: test doubles, handlers that change the address.</summary>
internal static class Intermediaries
{
    /// <summary>
    /// Whether no request of this client leaves the program: wherever it is made in sight, it gets a handler of the program that answers by itself.
    /// A test may send what the service would refuse.
    /// </summary>
    public static bool AnswerThemselves(ProgramModel program, Site? client)
    {
        if (client is not { } site)
            return false;
        var origins = program.Origins(site, out _);
        return origins.Count > 0 && origins.All(o => o.Operation is IObjectCreationOperation { Arguments.Length: > 0 } creation && IsDouble(program, o.With(creation.Arguments[0].Value), 0));
    }

    /// <summary>Whether a handler of the compilation gives requests another address: what it adds to the query is not seen where they are made.</summary>
    public static bool ChangeAddresses(ProgramModel program)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed("RequestUri"))
            {
                if (token.Parent?.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment && assignment.Left.Span.Contains(token.Span)
                    && token.Parent.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
                    && program.ModelFor(tree).GetDeclaredSymbol(declaration) is INamedTypeSymbol type && HandlerQuery.IsHandler(type))
                    return true;
            }
        }

        return false;
    }

    private static bool IsDouble(ProgramModel program, Site handler, int depth)
    {
        var origins = program.Origins(handler, out _);
        return depth < CallFrame.MaxDepth && origins.Count > 0 && origins.All(o => Outermost(program, o.Operation.Type) switch
        {
            { BaseType.Name: "HttpMessageHandler" } => true,
            // A retry in front of a test double.
            { BaseType.Name: "DelegatingHandler" } => o.Operation is IObjectCreationOperation { Arguments: var inner }
                && inner.Any(a => a.Value.Unwrap().Type is { } type && HandlerQuery.IsHandler(type) && IsDouble(program, o.With(a.Value), depth + 1)),
            _ => false,
        });
    }

    private static ITypeSymbol? Outermost(ProgramModel program, ITypeSymbol? type)
    {
        while (type?.BaseType is { } @base && program.IsOwn(@base))
            type = @base;
        return type is not null && program.IsOwn(type) ? type : null;
    }
}
