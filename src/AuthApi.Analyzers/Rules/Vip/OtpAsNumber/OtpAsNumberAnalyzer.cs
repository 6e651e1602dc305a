using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.Vip.OtpAsNumber;

/// <summary>AUTH2008: a security code that is held in a number, so that its leading zeros are lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OtpAsNumberAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OtpAsNumber);

    private protected override Service Service => Service.Vip;

    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var requests = VipRequests.For(context.Compilation, context.Options);
        context.RegisterOperationAction(operation => ReportValue(operation, program, requests), VipRequests.Kinds);
        context.RegisterSymbolAction(symbol => ReportMember(symbol, requests), SymbolKind.Property, SymbolKind.Field);
    }

    private static void ReportValue(OperationAnalysisContext context, ProgramModel program, VipRequests requests)
    {
        if (requests.At(context.Operation) is not { } request || context.Operation.IsBroken())
            return;
        foreach (var field in request.Fields)
        {
            // A numeric member is reported where it is declared.
            if (!NumericOtp.IsOtp(field.Name) || field.Member is { } member && NumericOtp.IsNumber(NumericOtp.TypeOf(member)))
                continue;
            if (NumericOtp.In(field, program) is not { } number)
                continue;
            var (properties, locations) = SourceEdits.ToDiagnostic(number.Fix);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.OtpAsNumber, number.Place.GetLocation(), locations, properties,
                number.Source.Syntax.ToString(), field.Name, NumericOtp.Answer(request.Family), number.Remedy));
        }
    }

    private static void ReportMember(SymbolAnalysisContext context, VipRequests requests)
    {
        var symbol = context.Symbol;
        if (symbol.IsStatic || symbol.IsImplicitlyDeclared || !NumericOtp.IsNumber(NumericOtp.TypeOf(symbol))
            || !NumericOtp.IsOtp(RequestNames.CredentialMember(Responses.WireNames.Of(symbol)) ?? Responses.WireNames.Of(symbol))
            || requests.RequestOf(symbol.ContainingType) is not var (family, _) || symbol.Locations.FirstOrDefault() is not { IsInSource: true } location)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.OtpAsNumber, location, symbol.Name, Responses.WireNames.Of(symbol), NumericOtp.Answer(family), "declare it as string"));
    }
}
