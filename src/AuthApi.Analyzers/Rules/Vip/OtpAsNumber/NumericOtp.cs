using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.OtpAsNumber;

/// <summary>A number that becomes the text of a security code without zeros in front.</summary>
/// <param name="Source">The number.</param>
/// <param name="Place">Where to point: the expression that writes it as text.</param>
/// <param name="Fix">Pads it; null where the number cannot be told to have lost nothing but zeros.</param>
internal sealed record NumericOtp(IOperation Source, SyntaxNode Place, SourceEdits? Fix)
{
    private const string Arguments = "(\"D6\", CultureInfo.InvariantCulture)";
    private const string Padded = "ToString" + Arguments;

    public string Remedy => Fix is null ? "keep it as text" : "keep it as text, or write it with " + Padded;

    public static bool IsOtp(string name) => name is "OTP" or "OTP1" or "OTP2" or "otp" or "otp1" or "otp2";

    public static string Answer(VipFamily family) =>
        family == VipFamily.UserServices ? "6009 (Authentication failed)" : VipFamilies.InCaseOf(family, "49b5") + " (Failed with an invalid security code)";

    public static ITypeSymbol? TypeOf(ISymbol member) => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;

    public static bool IsNumber(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
    }

    /// <summary>The number that the member's text consists of; null when there is none or it is padded.</summary>
    public static NumericOtp? In(RequestField field, ProgramModel program)
    {
        // The value itself is a number: a JSON number has no leading zeros.
        if (field.Part is null && field.Value.Operation.Unwrap() is { ConstantValue.HasValue: false } number && IsNumber(number.Type))
            return new(number, field.Value.Syntax, Pad(number));
        foreach (var text in field.Texts(program))
        {
            if (text.Pieces.Where(static p => p.Literal != "").ToList() is not [{ IsHole: true } hole] || Unpadded(hole) is not { } written || written.ConstantValue.HasValue)
                continue;
            // The nearest expression that still is the number: the local in {code}, not what it was set to.
            if (hole.Use is { } use && IsWithin(use.Syntax, field) && IsNumber(use.Operation.Unwrap().Type))
                (hole, written) = (hole with { Source = use }, use.Operation.Unwrap());
            return new(written, IsWithin(hole.Source.Syntax, field) ? hole.Source.Syntax : field.Value.Syntax, FixOf(hole, written, field));
        }

        return null;
    }

    /// <summary>The number behind the hole, unless a format pads it.</summary>
    private static IOperation? Unpadded(TextPiece hole)
    {
        var source = hole.Source.Operation.Unwrap();
        if (IsNumber(source.Type))
            return Pads(hole.Format) ? null : source;
        return source switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } number, Arguments: var arguments } when IsNumber(number.Type) =>
                arguments.Any(static a => a.Parameter?.Type.SpecialType == SpecialType.System_String && (a.Value.ConstantText() is not { } format || Pads(format))) ? null : number,
            IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "Convert" }, Arguments: [var first, ..] } when IsNumber(first.Value.Type) => first.Value.Unwrap(),
            _ => null,
        };
    }

    /// <summary>D6, 000000 and the like; a format that is not understood is taken to pad.</summary>
    private static bool Pads(string? format) => !(string.IsNullOrEmpty(format) || format is "D" or "d" or "G" or "g" or "0" or "#" or "N0" or "F0" or "R");

    private static bool IsWithin(SyntaxNode node, RequestField field) => field.Value.Syntax.SyntaxTree == node.SyntaxTree && field.Value.Syntax.Span.Contains(node.Span);

    private static SourceEdits? FixOf(TextPiece hole, IOperation number, RequestField field)
    {
        // In place, or where a variable of the same body was given the text.
        if (!IsWithin(hole.Source.Syntax, field) && hole.Source.Syntax.ExecutableBody() != field.Value.Syntax.ExecutableBody() || number.Type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal)
            return null;
        var edits = new SourceEdits("Write the code with six digits");
        if (hole.Source.Syntax.Parent is InterpolationSyntax interpolation)
            return edits.Replace(interpolation, "{" + interpolation.Expression + ":D6}");
        return hole.Source.Syntax is InvocationExpressionSyntax && field.Part is null ? Pad(edits, hole.Source.Syntax, number) : null;
    }

    private static SourceEdits? Pad(IOperation number) => Pad(new SourceEdits("Write the code with six digits"), number.Syntax, number);

    private static SourceEdits? Pad(SourceEdits edits, SyntaxNode replaced, IOperation number) =>
        // code?.ToString()
        replaced is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax, ArgumentList: var arguments } ? edits.Replace(arguments, Arguments).Using("System.Globalization.CultureInfo") :
        number.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 && number.Syntax is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax
            ? edits.Replace(replaced, $"{number.Syntax}.{Padded}").Using("System.Globalization.CultureInfo")
            : null;
}
