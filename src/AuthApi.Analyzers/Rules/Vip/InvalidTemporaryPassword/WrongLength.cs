using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.InvalidTemporaryPassword;

/// <summary>A temporary password that certainly has neither six characters nor none.</summary>
internal sealed record WrongLength(int Length, SyntaxNode Place, SourceEdits? Fix)
{
    private const int Right = 6;

    public static WrongLength? Of(RequestField field, ProgramModel program)
    {
        foreach (var (text, place) in field.SettledIn(program))
        {
            if (text.IsComplete && ValueConstraints.TemporaryPassword.Accepts(text.ToString()) == false && text.ToString() is var known && known[0] is not ('{' or '<' or '%'))
                return new(known.Length, place, null);
        }

        // A random text of a length that is written there.
        if (field.Part is null && program.Origins(field.Value, out var complete) is [var origin] && complete && LengthOf(origin.Operation) is { ConstantValue.Value: int length } argument
            && length is not (0 or Right))
        {
            var fix = argument.Unwrap() is ILiteralOperation literal ? new SourceEdits("Make it six characters").Replace(literal.Syntax, "6") : null;
            return new(length, field.Value.Syntax, fix);
        }

        return null;
    }

    /// <summary>The expression that says how long the result of a call is.</summary>
    private static IOperation? LengthOf(IOperation operation) => operation.Unwrap() switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetString", ContainingType.Name: "RandomNumberGenerator" } } random => random.Argument("length"),
        IInvocationOperation { TargetMethod: { Name: "GetHexString", ContainingType.Name: "RandomNumberGenerator" } } random => random.Argument("stringLength"),
        IInvocationOperation { TargetMethod: { Name: "Substring", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [_, var length] } => length.Value,
        _ => null,
    };
}
