using System.Collections.Immutable;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>What an expression can be, as far as reason codes go.</summary>
/// <param name="Shapes">The ways in which it holds a reason code; empty when it holds none.</param>
/// <param name="Constants">Texts that it can be instead (<c>?? "none"</c>).</param>
/// <param name="IsComplete">Whether that is all: nothing unknown is mixed in.</param>
internal sealed record CodeValue(ImmutableArray<CodeShape> Shapes, ImmutableArray<string> Constants, bool IsComplete)
{
    /// <summary>Always null: adds nothing to the alternatives.</summary>
    public static readonly CodeValue Nothing = new(ImmutableArray<CodeShape>.Empty, ImmutableArray<string>.Empty, true);

    public static readonly CodeValue Unknown = Nothing with { IsComplete = false };

    /// <summary>Whether it is certainly a reason code, apart from null and known texts.</summary>
    public bool IsCode => IsComplete && !Shapes.IsEmpty;

    public static CodeValue Of(CodeShape shape) => Nothing with { Shapes = ImmutableArray.Create(shape) };

    public static CodeValue Constant(string text) => Nothing with { Constants = ImmutableArray.Create(text) };

    public CodeValue Or(CodeValue other) =>
        new(Shapes.AddRange(other.Shapes), Constants.AddRange(other.Constants), IsComplete && other.IsComplete);

    /// <summary>The same after a step that changes every code; a step that cannot handle some of them leaves nothing known.</summary>
    public CodeValue Map(Func<CodeShape, CodeShape?> change, Func<string, string>? changeConstant = null)
    {
        var shapes = ImmutableArray.CreateBuilder<CodeShape>(Shapes.Length);
        foreach (var shape in Shapes)
        {
            if (change(shape) is not { } changed)
                return Unknown;
            shapes.Add(changed);
        }

        return this with { Shapes = shapes.ToImmutable(), Constants = changeConstant is null ? Constants : Constants.Select(changeConstant).ToImmutableArray() };
    }
}
