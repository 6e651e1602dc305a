using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>Members of an answer whose type cannot hold a code: numbers and enums, and bytes that JSON is read into.</summary>
internal static class NumericMember
{
    /// <summary>
    /// Whether a serializer reads a reason code into this member of numeric or enum type. Silent where a converter may know better, or
    /// where the program fills the member itself.
    /// </summary>
    public static bool IsWrong(ISymbol member, ProgramModel program, VipModel vip)
    {
        var status = vip.StatusOf(member.ContainingType);
        if (status is not { Form: ReasonCodeForm.Number } || !SymbolEqualityComparer.Default.Equals(status.Code.OriginalDefinition, member.OriginalDefinition))
            return false;
        var type = TypeOf(member);
        if (type is null || HasConverter(member, type, program) || type.TypeKind == TypeKind.Enum && HasNamesOfCodes(type))
            return false;
        if (member is IPropertySymbol { SetMethod: null } property && !IsRecordParameter(property))
            return false;
        return program.MemberAssignments(member).All(static v => v.Unwrap().ConstantValue.HasValue);
    }

    /// <summary>The type read by a call from JSON whose code is bytes, which JSON cannot hold as hexadecimal digits; null when the call is none.</summary>
    public static ITypeSymbol? BytesReadFromJson(IInvocationOperation call, ProgramModel program, VipModel vip)
    {
        if (call.TargetMethod.Name is not ("Deserialize" or "DeserializeAsync" or "DeserializeObject" or "ReadFromJsonAsync" or "GetFromJsonAsync" or "ToObject" or "PopulateObject")
            || call.TargetMethod.DeclaringSyntaxReferences.Length > 0 || call.TargetMethod.TypeArguments is not [var type]
            || call.TargetMethod.ContainingType is { Name: "XmlSerializer" or "DataContractSerializer" })
        {
            return null;
        }

        var status = vip.ResponseIn(type)?.Status ?? vip.StatusOf(type);
        return status is { Form: ReasonCodeForm.Bytes } && TypeOf(status.Code) is { } bytes && !HasConverter(status.Code, bytes, program) ? type : null;
    }

    private static bool HasConverter(ISymbol member, ITypeSymbol type, ProgramModel program) =>
        MemberNormalization.HasConverter(member) || MemberNormalization.HasConverter(member.ContainingType) || MemberNormalization.HasConverter(type) || HasConverterFor(type, program);

    /// <summary>A converter of the program for this type, or one whose types cannot be told, registered wherever.</summary>
    private static bool HasConverterFor(ITypeSymbol type, ProgramModel program)
    {
        foreach (var tree in program.Compilation.SyntaxTrees)
        {
            foreach (var token in NameIndex.Of(tree).TokensNamed("JsonConverter"))
            {
                if (token.Parent?.FirstAncestorOrSelf<BaseTypeSyntax>() is not { } baseType)
                    continue;
                if (program.ModelFor(tree).GetTypeInfo(baseType.Type).Type is not INamedTypeSymbol converter)
                    continue;
                if (converter.TypeArguments is not [var converted] || SymbolEqualityComparer.Default.Equals(converted, type))
                    return true;
            }
        }

        return false;
    }

    /// <summary>An enum whose members name the codes for a serializer: <c>[EnumMember(Value = "4e04")]</c>.</summary>
    private static bool HasNamesOfCodes(ITypeSymbol type) =>
        type.GetMembers().Any(static m => m.GetAttributes().Any(static a => a.AttributeClass?.Name is "EnumMemberAttribute" or "JsonStringEnumMemberNameAttribute"));

    private static bool IsRecordParameter(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is ParameterSyntax);

    private static ITypeSymbol? TypeOf(ISymbol member) => ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        var type => type,
    };
}
