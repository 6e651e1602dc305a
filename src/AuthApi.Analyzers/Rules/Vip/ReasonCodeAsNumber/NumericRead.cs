using AuthApi.Analyzers.Comparisons;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>What becomes of a code with a letter in it.</summary>
internal enum NumericEffect
{
    /// <summary>An exception at the first failure that has a letter.</summary>
    Throws,

    /// <summary>An exception always: a JSON string is no number.</summary>
    ThrowsAlways,

    /// <summary>Zero, which is success, since nobody looks at what <c>TryParse</c> returns.</summary>
    Zero,

    /// <summary>A parse that fails, with a number that goes on.</summary>
    Fails,

    /// <summary>Another number: the <c>e</c> is an exponent.</summary>
    Exponent,
}

/// <summary>An expression that reads a reason code as a decimal number.</summary>
/// <param name="Operation">The parse, conversion or typed read.</param>
/// <param name="Code">The expression with the code.</param>
/// <param name="Effect">What becomes of a code with a letter.</param>
internal sealed record NumericRead(IOperation Operation, IOperation Code, NumericEffect Effect)
{
    // System.Globalization.NumberStyles.
    private const int AllowExponent = 0x80;
    private const int AllowHexSpecifier = 0x200;
    private const int AllowBinarySpecifier = 0x400;

    /// <summary>The read that the operation is; null when it is none, or reads in base 16.</summary>
    public static NumericRead? Of(IOperation operation, ProgramModel program, VipModel vip)
    {
        // token.Value<int>("ReasonCode"): the read by key is the conversion, too.
        if (operation is IInvocationOperation { TargetMethod: { Name: "Value", TypeArguments: [var asked] }, Arguments.Length: > 0 } byKey && IsNumber(asked)
            && vip.ReadAt(byKey) is { Form: ReasonCodeForm.Number } && !operation.IsBroken())
        {
            return new(byKey, byKey, EffectOf(asked));
        }

        var candidate = operation switch
        {
            IInvocationOperation call when call.TargetMethod.DeclaringSyntaxReferences.Length == 0 => OfCall(call, program),
            IConversionOperation { OperatorMethod: { } method } conversion when IsNumber(method.ReturnType) => OfConversion(conversion),
            _ => null,
        };
        if (candidate is null || operation.IsBroken() || candidate.Code.ConstantValue.HasValue)
            return null;
        var value = CodeValues.Of(program, vip, new Site(candidate.Code, null));
        return value.IsCode && value.Shapes.All(s => candidate.IsOfNode ? s.Form == CodeForm.Node : s.IsText) ? candidate : null;
    }

    private bool IsOfNode => DocumentKeys.IsNode(Code.Unwrap().Type) && Code.Unwrap().Type is not IDynamicTypeSymbol;

    private static NumericRead? OfCall(IInvocationOperation call, ProgramModel program)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        switch (method.Name)
        {
            case "Parse" or "TryParse" when method.IsStatic && (IsNumber(type) || type?.SpecialType == SpecialType.System_Enum):
                return OfParse(call, type!, program);
            case { } name when type is { Name: "Convert" } && name.StartsWith("To", StringComparison.Ordinal) && IsNumber(method.ReturnType):
                if (call.Argument("fromBase") is { } fromBase)
                    return fromBase.ConstantValue.Value is int and not 16 ? new(call, call.Arguments[0].Value, NumericEffect.Throws) : null;
                return call.Arguments[0].Value.Unwrap().Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object
                    || DocumentKeys.IsNode(call.Arguments[0].Value.Unwrap().Type)
                    ? new(call, call.Arguments[0].Value, EffectOf(method.ReturnType))
                    : null;
            case "GetInt16" or "GetInt32" or "GetInt64" or "GetUInt16" or "GetUInt32" or "GetUInt64" or "GetByte" or "GetDouble" or "GetDecimal" or "GetSingle"
                or "TryGetInt16" or "TryGetInt32" or "TryGetInt64" or "TryGetUInt16" or "TryGetUInt32" or "TryGetUInt64" or "TryGetDouble" or "TryGetDecimal"
                when type?.Name == "JsonElement":
                return new(call, call.Instance!, NumericEffect.ThrowsAlways);
            case "GetValue" or "Value" or "ToObject" or "Deserialize" when method.TypeArguments.Length > 0 && IsNumber(method.TypeArguments[method.TypeArguments.Length - 1])
                && call.Receiver() is { } node && DocumentKeys.IsNode(node.Unwrap().Type):
                return new(call, node, IsNewtonsoft(node) ? EffectOf(method.TypeArguments[method.TypeArguments.Length - 1]) : NumericEffect.ThrowsAlways);
            default:
                return null;
        }
    }

    private static NumericRead? OfParse(IInvocationOperation call, INamedTypeSymbol type, ProgramModel program)
    {
        // Enum.Parse(typeof(Code), text) has the text second.
        var text = call.Arguments.FirstOrDefault(static a => a.Parameter?.Name is "s" or "value")?.Value;
        if (text is null)
            return null;
        var effect = EffectOf(type);
        if (call.Arguments.FirstOrDefault(static a => a.Parameter?.Type.Name == "NumberStyles") is { } style)
        {
            if (style.Value.ConstantValue.Value is not int styles || (styles & (AllowHexSpecifier | AllowBinarySpecifier)) != 0)
                return null;
            effect = (styles & AllowExponent) != 0 ? NumericEffect.Exponent : NumericEffect.Throws;
        }

        if (call.TargetMethod.Name == "Parse")
            return new(call, text, effect);
        if (IsResultDiscarded(call, program))
            return new(call, text, effect == NumericEffect.Exponent ? effect : NumericEffect.Zero);
        // Who heeds the result and asks for nothing but zero is right: no code with a letter is success.
        return effect == NumericEffect.Exponent || !IsOnlyComparedWithZero(call, program) ? new(call, text, effect == NumericEffect.Exponent ? effect : NumericEffect.Fails) : null;
    }

    private static NumericRead? OfConversion(IConversionOperation conversion)
    {
        var node = conversion.Operand.Unwrap();
        if (!DocumentKeys.IsNode(node.Type) || node.Type is IDynamicTypeSymbol)
            return null;
        return new(conversion, node, IsJsonNode(node) ? NumericEffect.ThrowsAlways : EffectOf(conversion.OperatorMethod!.ReturnType));
    }

    private static bool IsResultDiscarded(IInvocationOperation call, ProgramModel program) => call.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => program.ReferencesTo(declarator.Symbol).Count == 0,
        _ => false,
    };

    private static bool IsOnlyComparedWithZero(IInvocationOperation call, ProgramModel program)
    {
        var result = call.Arguments.FirstOrDefault(static a => a.Parameter?.RefKind == RefKind.Out)?.Value;
        if (result is IDeclarationExpressionOperation declaration)
            result = declaration.Expression;
        if (result is IDiscardOperation)
            return true;
        return result is ILocalReferenceOperation local && program.ReferencesTo(local.Local).All(reference =>
            reference.Syntax.Span == result.Syntax.Span || reference.OuterParent().Parent switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                    IsZero(comparison.LeftOperand) || IsZero(comparison.RightOperand),
                IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } => IsZero(value),
                IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
                _ => false,
            });

        static bool IsZero(IOperation value) => value.Unwrap().ConstantValue.Value is 0 or 0L or (short)0 or (ushort)0 or 0u or 0ul;
    }

    private static NumericEffect EffectOf(ITypeSymbol type) =>
        Underlying(type).SpecialType is SpecialType.System_Double or SpecialType.System_Single ? NumericEffect.Exponent : NumericEffect.Throws;

    public static bool IsNumber(ITypeSymbol? type) => type is not null
        && (Underlying(type).SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double || Underlying(type) is { Name: "BigInteger" or "Half" or "Int128" or "UInt128" });

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsNewtonsoft(IOperation node)
    {
        for (var type = node.Unwrap().Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "JToken")
                return true;
        }

        return false;
    }

    private static bool IsJsonNode(IOperation node)
    {
        for (var type = node.Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "JsonNode")
                return true;
        }

        return false;
    }
}
