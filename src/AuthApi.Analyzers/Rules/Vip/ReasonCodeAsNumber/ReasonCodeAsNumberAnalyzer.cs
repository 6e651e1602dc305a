using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Responses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.ReasonCodeAsNumber;

/// <summary>AUTH2003: a hexadecimal reason code of VIP that is read as a decimal number, or into a member that cannot hold it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReasonCodeAsNumberAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ReasonCodeAsNumber);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var vip = VipModel.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => ReportRead(operation, program, vip), OperationKind.Invocation, OperationKind.Conversion);
        context.RegisterSymbolAction(symbol => ReportMember(symbol, program, vip), SymbolKind.Property, SymbolKind.Field);
    }

    private static void ReportRead(OperationAnalysisContext context, ProgramModel program, VipModel vip)
    {
        if (NumericRead.Of(context.Operation, program, vip) is { } read)
        {
            var (properties, locations) = SourceEdits.ToDiagnostic(HexadecimalEdits.Of(read, program) ?? TextLocalEdits.Of(read, program));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ReasonCodeAsNumber, read.Operation.Syntax.GetLocation(), locations, properties,
                read.Operation.Syntax.Excerpt(), EffectOf(read)));
        }
        else if (context.Operation is IInvocationOperation call && NumericMember.BytesReadFromJson(call, program, vip) is { } type)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ReasonCodeAsNumber, call.Syntax.GetLocation(), call.Syntax.Excerpt(),
                $"the code in '{type.Name}' is declared as bytes, and JSON is read into them as Base64: 4e04 becomes E1 ED 38; declare it as string"));
        }
    }

    private static void ReportMember(SymbolAnalysisContext context, ProgramModel program, VipModel vip)
    {
        if (context.Symbol.IsImplicitlyDeclared && context.Symbol is IFieldSymbol || !NumericMember.IsWrong(context.Symbol, program, vip)
            || context.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is not { } declaration)
        {
            return;
        }

        var (properties, locations) = SourceEdits.ToDiagnostic(TextMemberEdits.Of(context.Symbol, declaration, program));
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ReasonCodeAsNumber, NameOf(declaration), locations, properties,
            context.Symbol.ContainingType.Name + "." + context.Symbol.Name,
            "a failure code with a letter, such as 4e04, cannot be read into its type and throws; declare it as string"));
    }

    private static Location NameOf(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        VariableDeclaratorSyntax field => field.Identifier.GetLocation(),
        ParameterSyntax parameter => parameter.Identifier.GetLocation(),
        _ => declaration.GetLocation(),
    };

    private static string EffectOf(NumericRead read) => read.Effect switch
    {
        NumericEffect.Throws => "every code with a letter, such as 4e04, throws; compare the text, or parse in base 16",
        NumericEffect.ThrowsAlways => "the code is a JSON string, and reading it as a number throws, even for success; read the string",
        NumericEffect.Zero => "every code with a letter, such as 4e04, leaves 0, which reads as success, since the result is not looked at; compare the text",
        NumericEffect.Fails => "every code with a letter, such as 4e04, fails to parse; compare the text, or parse in base 16",
        _ => "the e is taken as an exponent, so that 4e04 becomes 40000 and 4e00 becomes 4; compare the text",
    };
}
