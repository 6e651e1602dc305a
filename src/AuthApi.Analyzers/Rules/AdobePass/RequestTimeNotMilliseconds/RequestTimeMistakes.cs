using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.RequestTimeNotMilliseconds;

/// <summary>A request time that the service refuses.</summary>
/// <param name="Blamed">The expression to change: the culprit, or the last use of it that other code does not share.</param>
/// <param name="Culprit">The expression that made the value wrong.</param>
/// <param name="Narrow">The declarations of 32-bit type between the culprit and the text.</param>
internal sealed record RequestTimeMistake(SyntaxNode Blamed, SyntaxNode Culprit, RequestTimeVerdict Verdict, IReadOnlyList<SyntaxNode> Narrow);

/// <summary>All wrong request times of a compilation.</summary>
internal static class RequestTimeMistakes
{
    public static IReadOnlyList<RequestTimeMistake> In(ProgramModel program, CancellationToken cancellationToken)
    {
        var found = new List<(RequestTimeVerdict Verdict, SyntaxNode Culprit, List<IOperation> Path)>();
        foreach (var value in SignedFields.ValuesOf(program, SignedHeader.RequestTime, cancellationToken))
        {
            foreach (var time in program.TimesOf(value))
            {
                foreach (var verdict in RequestTimeVerdict.Of(time))
                {
                    var culprit = verdict.Culprit ?? value.Pieces[0].Source.Syntax;
                    found.Add((verdict, culprit, time.Path.TakeWhile(r => !culprit.Contains(r.Syntax)).ToList()));
                }
            }
        }

        var result = new List<RequestTimeMistake>();
        foreach (var group in found.GroupBy(static f => f.Culprit))
        {
            var signing = new HashSet<SyntaxNode>(group.SelectMany(static f => f.Path).Select(static r => r.Syntax));
            foreach (var (verdict, culprit, path) in group)
            {
                // The path leads from the text to the culprit.
                var shared = path.FindIndex(r => IsShared(program, r, signing));
                var blamed = shared < 0 ? culprit : path[shared].Syntax;
                if (result.Exists(m => m.Blamed == blamed && m.Verdict.Fault == verdict.Fault))
                    continue;
                var narrow = path.Take(shared < 0 ? path.Count : shared).Select(NarrowType).OfType<SyntaxNode>().Distinct().ToList();
                result.Add(new(blamed, culprit, verdict, narrow));
            }
        }

        return result;
    }

    /// <summary>Whether other code than that which signs uses what this reference passes on.</summary>
    private static bool IsShared(ProgramModel program, IOperation reference, HashSet<SyntaxNode> signing)
    {
        IEnumerable<ISymbol> carriers = CarrierOf(reference) switch
        {
            IMethodSymbol method => program.ImplementationsOf(method).Append<ISymbol>(ProgramModel.Definition(method)),
            IPropertySymbol { GetMethod: { } getter } property => program.ImplementationsOf(getter).Select(static g => g.AssociatedSymbol!).Append(property),
            { } symbol => [symbol],
            null => [],
        };
        return carriers.Distinct(SymbolEqualityComparer.Default)
            .SelectMany(c => program.ReferencesTo(c!))
            .Any(r => !signing.Contains(r.Syntax) && !r.IsAssignmentTarget() && r.Parent is not INameOfOperation && !Outputs.IsShown(r));
    }

    private static ISymbol? CarrierOf(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call => call.TargetMethod,
        _ => null,
    };

    /// <summary>Where the type of a carrier is declared, when that has 32 bits or fewer.</summary>
    private static SyntaxNode? NarrowType(IOperation reference) =>
        reference.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 && CarrierOf(reference) is { DeclaringSyntaxReferences: [var declaration, ..] }
            ? declaration.GetSyntax()
            : null;
}
