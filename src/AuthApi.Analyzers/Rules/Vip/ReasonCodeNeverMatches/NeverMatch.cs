using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeNeverMatches;

/// <summary>Why a comparison with a reason code cannot be true.</summary>
internal enum NeverReason
{
    /// <summary>The letters arrive in the other case.</summary>
    LetterCase,

    /// <summary>A text from which a code can be guessed, but not as VIP writes it: <c>0</c>, <c>0x4e04</c>.</summary>
    MiswrittenCode,

    /// <summary>No code at all: <c>Success</c>.</summary>
    NotACode,

    /// <summary>The program writes the code in another form than the text it compares with.</summary>
    Form,

    /// <summary>Two arrays, or a node and a text: different objects.</summary>
    Identity,

    /// <summary>A constant against the bytes in little-endian order.</summary>
    ByteOrder,

    /// <summary>A sequence of bytes that is not two bytes long.</summary>
    WrongLength,
}

/// <summary>A comparison that cannot be true.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Code">The side with the reason code.</param>
/// <param name="Other">The side that it is compared with; the key of a table.</param>
/// <param name="Shape">How the code is written.</param>
/// <param name="Text">The text compared with; null for objects and numbers.</param>
/// <param name="Meant">The code that is meant, in the case of the shape; null when it cannot be guessed.</param>
/// <param name="Reason">Why it cannot be true.</param>
internal sealed record NeverMatch(Comparison Comparison, IOperation Code, IOperation Other, CodeShape Shape, string? Text, string? Meant, NeverReason Reason)
{
    /// <summary>The call that hands both sides to the comparison; null where the comparison itself has them.</summary>
    public IOperation? Call { get; init; }

    /// <summary>Where to point.</summary>
    public SyntaxNode Syntax => Call?.Syntax ?? Comparison.Syntax;

    /// <summary>The comparison, where it cannot be true; nothing where it can, or where that cannot be told.</summary>
    public static IEnumerable<NeverMatch> In(Comparison comparison, ProgramModel program, VipModel vip)
    {
        if (comparison.Whole.IsBroken())
            yield break;
        // bool Is(string code, string expected) => code == expected: each call is a comparison of its own.
        if (comparison.Others is [var expected] && comparison.Comparer is Comparer.Ordinal or Comparer.IgnoreCase
            && ParameterOf(comparison.Value) is { } first && ParameterOf(expected) is { ContainingSymbol: IMethodSymbol method } second
            && SymbolEqualityComparer.Default.Equals(first.ContainingSymbol, second.ContainingSymbol))
        {
            foreach (var call in program.CallsOf(method).Take(ProgramModel.MaxPlaces))
            {
                var frame = new CallFrame(call, method, null);
                if (frame.Argument(first) is { } left && frame.Argument(second) is { } right
                    && Of(comparison with { Value = left.Operation, Others = [right.Operation] }, program, vip) is { } found)
                {
                    yield return found with { Call = call };
                }
            }

            yield break;
        }

        if (Of(comparison, program, vip) is { } here)
            yield return here;
    }

    private static IParameterSymbol? ParameterOf(IOperation operation) =>
        operation.Unwrap() is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } } parameter } ? parameter : null;

    private static NeverMatch? Of(Comparison comparison, ProgramModel program, VipModel vip) =>
        Of(comparison, comparison.Value, comparison.Others, program, vip)
            ?? (comparison.IsSymmetric && comparison.Others is [var other] ? Of(comparison, other, [comparison.Value], program, vip) : null);

    private static NeverMatch? Of(Comparison comparison, IOperation code, IReadOnlyList<IOperation> others, ProgramModel program, VipModel vip)
    {
        if (code.ConstantValue.HasValue || !CanHoldCode(code) || others.All(static o => o.IsNull()) || !IsWorthAsking(comparison, code, others, program, vip))
            return null;
        var value = CodeValues.Of(program, vip, new Site(code, null));
        if (comparison.Whole is IInvocationOperation { TargetMethod.Name: "ValueEquals" })
            value = value.Map(static s => s.Form == CodeForm.Node ? s with { Form = CodeForm.Digits } : s);
        if (!value.IsCode || value.Shapes.Any(static s => IsVoice(s.Read.Operation)))
            return null;
        var shape = value.Shapes[0];
        foreach (var other in others)
        {
            if (other.IsNull())
                continue;
            var found = comparison.Comparer switch
            {
                Comparer.Identity => value.Shapes.All(static s => s.Form is CodeForm.Bytes or CodeForm.Node || s.IsText) && value.Constants.IsEmpty && !IsNode(other, vip)
                    ? new NeverMatch(comparison, code, other, shape, Known(other, program), null, NeverReason.Identity)
                    : null,
                Comparer.Numeric => OfNumber(comparison, code, other, value, shape),
                _ when shape.Form == CodeForm.Bytes => OfBytes(comparison, code, other, value, shape, program),
                _ => OfText(comparison, code, other, others, value, program),
            };
            if (found is not null)
                return found;
        }

        return null;
    }

    private static bool CanHoldCode(IOperation code) => code is IPropertySubpatternOperation
        || code.Unwrap().Type is { SpecialType: SpecialType.System_String or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_Object }
            or IDynamicTypeSymbol or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
        || code.Unwrap().Type is { } type && DocumentKeys.IsNode(type);

    /// <summary>Keeps the search for origins to comparisons that somebody who thinks of a code would write.</summary>
    private static bool IsWorthAsking(Comparison comparison, IOperation code, IReadOnlyList<IOperation> others, ProgramModel program, VipModel vip)
    {
        if (vip.ReadAt(code) is not null)
            return true;
        if (comparison.Comparer == Comparer.Numeric)
            return others.Any(static o => o.ConstantValue is { HasValue: true, Value: not 0 }) && IsBitConverted(code, program);
        if (code.Unwrap().Type is IArrayTypeSymbol || comparison.Comparer == Comparer.Identity)
            return true;
        // A text that is no code is a mistake only next to the code itself; "Name == "x"" is not worth a walk through the program.
        return others.Any(o => Known(o, program) is { Length: > 0 } text && (CodeShape.Code(text) is not null || text.Length <= 4 && text.All(Uri.IsHexDigit)))
            || code.Unwrap() is ILocalReferenceOperation local && program.StepBack(new Site(local, null)) is { IsNone: false, Values: [var one] } && IsReadOrCallOn(one, vip);
    }

    private static bool IsReadOrCallOn(Site site, VipModel vip)
    {
        var operation = site.Operation.Unwrap();
        if (operation is IConditionalAccessOperation access)
            operation = access.WhenNotNull;
        return vip.ReadAt(operation) is not null || operation is IInvocationOperation { Arguments: [var argument, ..] } && vip.ReadAt(argument.Value) is not null;
    }

    private static bool IsBitConverted(IOperation code, ProgramModel program) =>
        NameIndex.Of(code.Syntax.SyntaxTree).TokensNamed("BitConverter").Any()
        || code.Unwrap() is IInvocationOperation && program.Compilation.SyntaxTrees.Any(static t => NameIndex.Of(t).TokensNamed("BitConverter").Any());

    private static string? Known(IOperation other, ProgramModel program) => other.ConstantText() ?? program.KnownText(new Site(other, null));

    /// <summary>Another code from a document: comparing two nodes by identity is a mistake, but none about codes.</summary>
    private static bool IsNode(IOperation other, VipModel vip) => DocumentKeys.IsNode(other.Unwrap().Type) && vip.ReadAt(other) is null;

    private static NeverMatch? OfText(Comparison comparison, IOperation code, IOperation other, IReadOnlyList<IOperation> others, CodeValue value, ProgramModel program)
    {
        var texts = program.TextsOf(new Site(other, null));
        if (texts.Count == 0 || !texts.All(static t => t.IsComplete))
            return null;
        var ignoreCase = comparison.Comparer != Comparer.Ordinal;
        foreach (var alternative in texts)
        {
            var candidate = alternative.ToString();
            if (candidate.Length == 0
                || value.Shapes.Any(s => s.CanHave(candidate, comparison.Part, ignoreCase))
                || value.Constants.Any(c => c.IndexOf(candidate, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return null;
            }
        }

        var text = texts[0].ToString();
        var shape = value.Shapes.FirstOrDefault(static s => s.Form != CodeForm.Digits) ?? value.Shapes[0];
        var digits = CodeShape.Code(text);
        if (comparison.Table is not null && digits is null)
            return null;
        if (IsWrittenInAnotherWay(comparison, text, digits, others, value))
            return null;
        var meant = digits is null ? null : (shape with { Form = CodeForm.Digits }).Write(digits);
        return new NeverMatch(comparison, code, other, shape, text, meant, ReasonOf(comparison.Part, shape, text, digits));
    }

    private static NeverReason ReasonOf(TextPart part, CodeShape shape, string text, string? digits)
    {
        if (shape.Form == CodeForm.Node)
            return NeverReason.Identity;
        if (part == TextPart.Whole ? shape.DiffersInCaseOnly(text) : shape.CanHave(text, part, ignoreCase: true))
            return NeverReason.LetterCase;
        if (digits is null)
            return shape.Form is CodeForm.Digits or CodeForm.Dashed ? NeverReason.NotACode : NeverReason.Form;
        return shape.Form == CodeForm.Digits ? NeverReason.MiswrittenCode : NeverReason.Form;
    }

    /// <summary>
    /// Whether the same code also stands nearby in a way that matches: <c>code == "49b5" || code == "49B5"</c>. Then one of the two is
    /// superfluous, and nothing is missed.
    /// </summary>
    private static bool IsWrittenInAnotherWay(Comparison comparison, string text, string? digits, IReadOnlyList<IOperation> others, CodeValue value)
    {
        if (digits is null)
            return false;
        if (comparison.Table is not null)
            return others.Any(o => o.ConstantText() is { } key && IsTheSame(key));
        var member = comparison.Whole.Syntax.ContainingMember();
        if (member is null or TypeDeclarationSyntax or CompilationUnitSyntax)
            member = comparison.Whole.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        return member?.DescendantTokens().Any(t => t.IsKind(SyntaxKind.StringLiteralToken) && IsTheSame(t.ValueText)) == true;

        bool IsTheSame(string literal) => literal != text && string.Equals(CodeShape.Code(literal), digits, StringComparison.OrdinalIgnoreCase)
            && value.Shapes.Any(s => s.CanBe(literal, ignoreCase: false));
    }

    private static NeverMatch? OfBytes(Comparison comparison, IOperation code, IOperation other, CodeValue value, CodeShape shape, ProgramModel program)
    {
        if (!value.Shapes.All(static s => s.Form == CodeForm.Bytes) || program.Origins(new Site(other, null), out var complete) is not [var origin] || !complete)
            return null;
        switch (origin.Operation)
        {
            case var array when array.ElementsInPlace()?.ToList() is { Count: not (0 or 2) } elements && !elements.Exists(static e => e.IsSpread()):
                return new NeverMatch(comparison, code, other, shape, null, null, NeverReason.WrongLength);
            case IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType.Name: "Encoding" or "ASCIIEncoding" or "UTF8Encoding" or "UnicodeEncoding" }, Arguments: [var argument] }
                when Known(argument.Value, program) is { } text && CodeShape.Code(text) is { } digits && text.Length != 2:
                return new NeverMatch(comparison, code, origin.Operation, shape, text, shape.Write(digits.ToUpperInvariant()), NeverReason.WrongLength);
            default:
                return null;
        }
    }

    /// <summary>
    /// <c>BitConverter.ToInt16(code, 0) == 0x4e04</c>. A constant that is a known code the other way round is somebody who knows the
    /// byte order, and zero is the same both ways.
    /// </summary>
    private static NeverMatch? OfNumber(Comparison comparison, IOperation code, IOperation other, CodeValue value, CodeShape shape)
    {
        if (!value.Shapes.All(static s => s.Form == CodeForm.LittleEndian) || other.Unwrap().ConstantValue.Value is not { } boxed || boxed is not (int or short or ushort or uint or long))
            return null;
        var number = Convert.ToInt64(boxed, System.Globalization.CultureInfo.InvariantCulture);
        if (number is <= 0 or > 0xFFFF || IsKnown(((number & 0xFF) << 8 | number >> 8).ToString("x4", null)) || KnowsByteOrder(comparison.Whole.Syntax))
            return null;
        var hex = number.ToString("x4", null);
        var meant = IsKnown(hex) ? hex : IsKnown(number.ToString("d4", null)) ? number.ToString("d4", null) : null;
        return meant is null ? null : new NeverMatch(comparison, code, other, shape, null, meant, NeverReason.ByteOrder);

        bool IsKnown(string digits) => ReasonCodes.TryGet(digits, shape.Reasons) is not null;
    }

    private static bool KnowsByteOrder(SyntaxNode syntax) => syntax.ContainingMember()?.DescendantTokens().Any(static t =>
        t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText is "Reverse" or "IsLittleEndian" or "ReverseEndianness" or "NetworkToHostOrder" or "HostToNetworkOrder") == true;

    /// <summary>Voice delivery answers <c>0</c>, and other decimal codes: recognized by the names around the read.</summary>
    private static bool IsVoice(IOperation read)
    {
        for (var current = read; current is not null; current = (current as IMemberReferenceOperation)?.Instance?.Unwrap())
        {
            if (current.Type?.Name.IndexOf("Voice", StringComparison.OrdinalIgnoreCase) >= 0 || NameOf(current)?.IndexOf("Voice", StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;

        static string? NameOf(IOperation operation) => operation switch
        {
            IMemberReferenceOperation member => member.Member.ContainingType.Name + " " + member.Member.Name,
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => null,
        };
    }
}
