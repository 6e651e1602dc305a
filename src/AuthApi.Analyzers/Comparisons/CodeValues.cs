using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.Vip;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Comparisons;

/// <summary>
/// In which form an expression holds a reason code: from where a response is read through locals, helpers and the calls that
/// write bytes as text, change the case, or take the text out of a JSON or XML node.
/// </summary>
internal sealed partial class CodeValues(ProgramModel program, VipModel vip)
{
    private const int MaxDepth = 24;
    private const int MaxShapes = 16;

    private readonly HashSet<(SyntaxNode, OperationKind, CallFrame?)> open = [];

    /// <summary>What the expression can be; <see cref="CodeValue.Unknown"/> where it cannot be told.</summary>
    public static CodeValue Of(ProgramModel program, VipModel vip, Site site) => new CodeValues(program, vip).Of(site, 0);

    private CodeValue Of(Site site, int depth)
    {
        site = site.With(site.Operation.Unwrap());
        var operation = site.Operation;
        if (operation.IsNull())
            return CodeValue.Nothing;
        if (operation.ConstantValue.HasValue)
            return operation.ConstantText() is { } text ? CodeValue.Constant(text) : CodeValue.Unknown;
        if (depth > MaxDepth || !open.Add((site.Syntax, operation.Kind, site.Frame)))
            return CodeValue.Unknown;
        try
        {
            return Compute(site, depth + 1);
        }
        finally
        {
            open.Remove((site.Syntax, operation.Kind, site.Frame));
        }
    }

    private CodeValue Compute(Site site, int depth)
    {
        // Before the read itself, which does not tell the JSON text of a node from its string.
        if (site.Operation is IInvocationOperation { TargetMethod.Name: "GetRawText" or "ToJsonString" or "ToString" } written && Call(site, written, depth) is { IsCode: true } json)
            return json;
        if (vip.ReadAt(site.Operation) is { } read)
            return Sent(site, read, depth);
        switch (site.Operation)
        {
            // (string)token, (string)element: the text of the node.
            case IConversionOperation { OperatorMethod: not null, Type.SpecialType: SpecialType.System_String } conversion:
                return Of(site.With(conversion.Operand), depth).Map(static shape => TextOfNode(shape));
            case IInvocationOperation call when Call(site, call, depth) is { } value:
                return value;
            case IPropertyReferenceOperation { Property.Name: "Value" or "InnerText" or "InnerXml", Instance: { } node } property
                when IsNodeType(property.Property.ContainingType):
                return Of(site.With(node), depth).Map(static shape => TextOfNode(shape));
            case IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } }:
                return CodeValue.Constant("");
        }

        var step = program.StepBack(site);
        if (step.IsNone)
            return CodeValue.Unknown;
        var result = CodeValue.Nothing;
        foreach (var value in step.Values)
        {
            result = result.Or(Of(value, depth));
            if (result.Shapes.Length > MaxShapes)
                return CodeValue.Unknown;
        }

        return result;
    }

    /// <summary>A code as the service sends it, unless the program itself puts other values into the member.</summary>
    private CodeValue Sent(Site site, ReasonCodeRead read, int depth)
    {
        var letters = VipFamilies.SendsUpperCase(read.Family) ? LetterCase.Upper : LetterCase.Lower;
        var form = read.Form switch
        {
            ReasonCodeForm.Bytes => CodeForm.Bytes,
            ReasonCodeForm.Number => CodeForm.Number,
            ReasonCodeForm.Node when site.Operation.Type?.TypeKind != TypeKind.Dynamic => CodeForm.Node,
            _ => CodeForm.Digits,
        };
        var sent = new CodeShape(read, form, letters, site);
        var member = (site.Operation as IMemberReferenceOperation)?.Member;
        if (form != CodeForm.Digits || member is null)
            return CodeValue.Of(sent);
        return MemberNormalization.LetterCaseOf(program, member, letters) is { } known
            ? Assigned(CodeValue.Of(sent with { Case = known }), member, depth)
            : CodeValue.Unknown;
    }

    /// <summary>Adds the texts that the program writes into the member where it makes a response of its own (<c>ReasonCode = "timeout"</c>).</summary>
    private CodeValue Assigned(CodeValue sent, ISymbol member, int depth)
    {
        foreach (var assigned in program.MemberAssignments(member).Take(ProgramModel.MaxPlaces))
        {
            if (assigned.Unwrap() is IParameterReferenceOperation)
                continue;
            sent = sent.Or(Of(new Site(assigned, null), depth));
        }

        return sent;
    }

    private static CodeShape TextOfNode(CodeShape shape) => shape.Form == CodeForm.Node ? shape with { Form = CodeForm.Digits } : shape;

    private static bool IsNodeType(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "JsonElement" or "JsonNode" or "JToken" or "XElement" or "XAttribute" or "XmlNode" or "XPathNavigator" or "XPathItem")
                return true;
        }

        return false;
    }
}
