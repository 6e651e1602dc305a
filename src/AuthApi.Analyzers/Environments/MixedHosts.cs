using AuthApi.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuthApi.Analyzers.Environments;

/// <summary>
/// Which uses of hosts belong to one flow but not to one environment. One flow is what one member does in one go, and the
/// calls of one type that share a code or a device.
/// </summary>
internal static class MixedHosts
{
    /// <summary>The uses that leave the environment in which their flow began, each with the use that began it.</summary>
    /// <param name="program">The compilation.</param>
    /// <param name="uses">All uses of the service's hosts.</param>
    /// <param name="share">Whether two calls of one type, in different members, belong together.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static IEnumerable<(HostUse First, HostUse Later)> Find(
        ProgramModel program, IReadOnlyList<HostUse> uses, Func<HostUse, HostUse, bool> share, CancellationToken cancellationToken)
    {
        if (uses.Select(static u => u.Environment).Distinct().Count() < 2)
            yield break;
        foreach (var group in uses.Where(static u => !DeliberateSwitch.IsAt(u.Place)).GroupBy(static u => TypeOf(u.Place)))
        {
            var inType = group.OrderBy(static u => u.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static u => u.Location.SourceSpan.Start).ToList();
            var onPurpose = new HashSet<string>(inType.GroupBy(static u => u.Call).Where(static c => c.Select(static u => u.Environment).Distinct().Count() > 1).Select(static c => c.Key));
            var ordinary = inType.Where(u => !onPurpose.Contains(u.Call)).ToList();
            foreach (var later in ordinary)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var first = ordinary.FirstOrDefault(u => u != later && IsOneFlow(program, u, later, share));
                if (first is not null && first.Environment != later.Environment && IsBefore(first.Location, later.Location))
                    yield return (first, later);
            }
        }
    }

    private static bool IsOneFlow(ProgramModel program, HostUse first, HostUse second, Func<HostUse, HostUse, bool> share) =>
        first.Place.ContainingMember() == second.Place.ContainingMember()
            ? !DeliberateSwitch.Exclude(program, first.Place, second.Place)
            : share(first, second);

    private static bool IsBefore(Location first, Location second) =>
        first.SourceTree != second.SourceTree
            ? StringComparer.Ordinal.Compare(first.SourceTree!.FilePath, second.SourceTree!.FilePath) <= 0
            : first.SourceSpan.Start < second.SourceSpan.Start;

    private static SyntaxNode TypeOf(SyntaxNode place) => place.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
}
