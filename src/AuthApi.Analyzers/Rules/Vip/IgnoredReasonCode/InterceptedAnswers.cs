using System.Runtime.CompilerServices;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Rules.Vip.IgnoredReasonCode;

/// <summary>
/// Classes through which all answers pass before their caller sees them: message inspectors, message handlers, SOAP
/// extensions, interceptors, converters. One that reads a reason code makes every answer of the program "perhaps examined".
/// </summary>
internal static class InterceptedAnswers
{
    private static readonly ConditionalWeakTable<VipModel, StrongBox<bool>> Known = new();

    private static readonly string[] Bases =
    [
        "IClientMessageInspector", "IParameterInspector", "IClientMessageFormatter", "DelegatingHandler", "MessageProcessingHandler", "HttpClientHandler", "SoapExtension", "IInterceptor", "IAsyncInterceptor",
        "JsonConverter", "RealProxy", "DispatchProxy", "IJsonOnDeserialized", "OnDeserialized", "OnDeserializedAttribute", "ContextBoundObject",
    ];

    public static bool MayExamine(VipModel vip, ProgramModel program, SymbolNames checks, CancellationToken cancellationToken) =>
        Known.TryGetValue(vip, out var known) ? known.Value : Known.GetValue(vip, _ => new(Find(vip, program, checks, cancellationToken))).Value;

    private static bool Find(VipModel vip, ProgramModel program, SymbolNames checks, CancellationToken cancellationToken)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var index = NameIndex.Of(tree);
            foreach (var name in Bases)
            {
                foreach (var token in index.TokensNamed(name))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (token.Parent is not { } node || node.FirstAncestorOrSelf<SyntaxNode>(static n => n is BaseListSyntax or AttributeSyntax) is null
                        || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
                        || program.ModelFor(tree).GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol type)
                    {
                        continue;
                    }

                    if (type.GetMembers().OfType<IMethodSymbol>().Any(m => vip.Examines(m, checks)))
                        return true;
                }
            }
        }

        return false;
    }
}
