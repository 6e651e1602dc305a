using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass;

/// <summary>
/// Finds what a program writes as one field of the signed header, however the header is put together: in one text, in
/// pieces that a builder or a list collects, or as pairs of name and value.
/// </summary>
internal static class SignedFields
{
    /// <summary>The values of the field everywhere in the compilation, generated code included.</summary>
    public static IEnumerable<TextValue> ValuesOf(ProgramModel program, string field, CancellationToken cancellationToken)
    {
        foreach (var mention in Mentions(program, field, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (mention.IsBroken() || IsOutput(mention))
                continue;
            foreach (var value in ValuesAt(program, field, mention))
                yield return value;
        }
    }

    private static IEnumerable<TextValue> ValuesAt(ProgramModel program, string field, IOperation mention)
    {
        if (PairedWith(mention, field) is { } paired)
            return AnchoredPairs(program, mention, paired);

        var whole = mention.WholeText();
        if (IsOutput(whole))
            return [];
        var signed = CollectedTexts(program, whole).SelectMany(t => SignedValues(program, t, field)).ToList();
        if (signed.Count == 0)
            signed.AddRange(SignedValues(program, whole, field));
        if (signed.Count > 0 || !HeaderScope.HasAnchors(program, mention.Syntax))
            return signed;
        var texts = program.TextsOf(new Site(whole, null));
        var parts = FragmentValues(texts, field).ToList();
        return parts.Count > 0 || !texts.Any(t => t.ToString().EndsWith(field + "=", StringComparison.Ordinal)) || NextAppended(whole) is not { } next
            ? parts
            : program.TextsOf(new Site(next, null));
    }

    private static IEnumerable<TextValue> AnchoredPairs(ProgramModel program, IOperation mention, IOperation value) =>
        HeaderScope.HasAnchors(program, mention.Syntax) ? program.TextsOf(new Site(value, null)) : [];

    private static IEnumerable<TextValue> SignedValues(ProgramModel program, IOperation text, string field)
    {
        foreach (var header in program.TextsOf(new Site(text, null)))
        {
            if (SignedHeaderText.TryParse(header.ToString())?[field] is { Value.Length: > 0 } found)
                yield return header.Slice(found.ValueStart, found.Value.Length);
        }
    }

    // A part of a header holds its fields and nothing else; a line of a log has other words.
    private static IEnumerable<TextValue> FragmentValues(IEnumerable<TextValue> texts, string field)
    {
        foreach (var text in texts)
        {
            var rendered = text.ToString();
            var start = rendered.IndexOf(field + "=", StringComparison.Ordinal);
            if (start < 0 || rendered.Split(',', '&', '\n').Any(static p => !IsFieldOrHole(p)))
                continue;
            start += field.Length + 1;
            var end = rendered.IndexOfAny([',', '&', '\n'], start);
            if (end < 0)
                end = rendered.Length;
            if (end > start)
                yield return text.Slice(start, end - start);
        }
    }

    private static bool IsFieldOrHole(string part)
    {
        var name = part.Split('=')[0].Trim().Trim(TextValue.Hole);
        var lastWord = name.Substring(name.LastIndexOf(' ') + 1);
        return name.Length == 0 || SignedHeader.Fields.Contains(lastWord);
    }

    /// <summary>Every literal that holds the name of the field, constants by their uses.</summary>
    private static IEnumerable<IOperation> Mentions(ProgramModel program, string field, CancellationToken cancellationToken)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            var text = tree.GetText(cancellationToken).ToString();
            SyntaxNode? last = null;
            for (var at = text.IndexOf(field, StringComparison.Ordinal); at >= 0; at = text.IndexOf(field, at + 1, StringComparison.Ordinal))
            {
                var token = tree.GetRoot(cancellationToken).FindToken(at);
                if (token.Parent is not (LiteralExpressionSyntax or InterpolatedStringTextSyntax) || token.Parent == last)
                    continue;
                last = token.Parent;
                if (program.OperationAt(last) is not { } literal)
                    continue;
                yield return literal;
                foreach (var use in UsesOfConstant(program, literal))
                    yield return use;
            }
        }
    }

    private static IEnumerable<IOperation> UsesOfConstant(ProgramModel program, IOperation literal)
    {
        IEnumerable<ISymbol> symbols = literal.WholeText().OuterParent().Parent switch
        {
            IFieldInitializerOperation field => field.InitializedFields,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => [declarator.Symbol],
            IPropertyInitializerOperation property => property.InitializedProperties,
            _ => [],
        };
        return symbols.SelectMany(program.ReferencesTo).Where(static r => r.AssignedValue() is null);
    }

    /// <summary>The value that stands beside the name: in a call, a creation, a tuple, an indexer.</summary>
    private static IOperation? PairedWith(IOperation mention, string field)
    {
        if (mention.ConstantText()?.TrimEnd('=') != field)
            return null;
        var (parent, child) = mention.OuterParent();
        switch (parent)
        {
            case IArgumentOperation { Parent: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments.Length: 1 } indexer }:
                return indexer.AssignedValue();
            case IArgumentOperation { Parent: IInvocationOperation call } argument when !IsLibraryText(call):
                return After(call.Arguments, argument);
            case IArgumentOperation { Parent: IObjectCreationOperation creation } argument:
                return After(creation.Arguments, argument);
            case ITupleOperation { Elements: [var name, var value] } when name == child:
                return value;
            case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Initializers: [var first, ISimpleAssignmentOperation second, ..] } } when first == parent:
                // new Field { Name = "request_time", Value = … }
                return second.Value;
            default:
                return null;
        }
    }

    private static bool IsLibraryText(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { SpecialType: SpecialType.System_String } or { Name: "StringBuilder" or "FormattableString" or "Regex" };

    private static IOperation? After(IReadOnlyList<IArgumentOperation> arguments, IArgumentOperation argument)
    {
        var place = arguments.TakeWhile(a => a != argument).Count();
        if (place + 1 >= arguments.Count || arguments[place + 1].Parameter?.RefKind == RefKind.Out)
            return null;
        var value = arguments[place + 1].Value;
        // params object[]: Field("request_time", value) and no more.
        return arguments[place + 1].ArgumentKind == ArgumentKind.ParamArray && value.Unwrap() is IArrayCreationOperation { Initializer.ElementValues: [var only] } ? only : value;
    }

    /// <summary>The texts that a builder or a lengthened local gives in the end, when this text is added to one.</summary>
    private static IEnumerable<IOperation> CollectedTexts(ProgramModel program, IOperation part)
    {
        var parent = part.OuterParent().Parent;
        if (parent is ICompoundAssignmentOperation { Target: ILocalReferenceOperation { Local: var text } })
            return program.ReferencesTo(text).Where(r => r.AssignedValue() is null && r.Syntax.SpanStart > part.Syntax.SpanStart).Take(4);
        if (parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "StringBuilder" } append })
            return [];
        var (root, last) = ChainOf(append);
        if (last.TargetMethod.Name == "ToString")
            return [last];
        return root is ILocalReferenceOperation { Local: var builder }
            ? program.ReferencesTo(builder)
                .Select(static r => ChainOf(r).Last)
                .Where(static c => c?.TargetMethod.Name == "ToString")
            : [];
    }

    private static (IOperation? Root, IInvocationOperation Last) ChainOf(IOperation member)
    {
        var last = member as IInvocationOperation;
        for (IOperation current = member; current.OuterParent() is { Parent: IInvocationOperation call, Child: var child } && call.Instance == child; current = call)
            last = call;
        var root = member;
        while (root is IInvocationOperation { Instance: { } instance })
            root = instance.Unwrap();
        return (root, last!);
    }

    /// <summary>What the next call of a chain or the next statement appends to a builder.</summary>
    private static IOperation? NextAppended(IOperation part)
    {
        if (part.OuterParent().Parent is not IArgumentOperation { Parent: IInvocationOperation append })
            return null;
        var (parent, child) = append.OuterParent();
        if (parent is IExpressionStatementOperation { Parent: IBlockOperation block } statement)
        {
            var place = block.Operations.IndexOf(statement);
            if (place + 1 >= block.Operations.Length || block.Operations[place + 1] is not IExpressionStatementOperation { Operation: IInvocationOperation following })
                return null;
            while (following.Instance?.Unwrap() is IInvocationOperation inner)
                following = inner;
            return SameMethod(following);
        }

        return parent is IInvocationOperation next && next.Instance == child ? SameMethod(next) : null;

        IOperation? SameMethod(IInvocationOperation call) =>
            call.TargetMethod.Name == append.TargetMethod.Name && call.Arguments is [var single] ? single.Value : null;
    }

    /// <summary>Whether the text is only shown to somebody: a log, the console, an exception.</summary>
    private static bool IsOutput(IOperation text) => Outputs.IsShown(text);
}
