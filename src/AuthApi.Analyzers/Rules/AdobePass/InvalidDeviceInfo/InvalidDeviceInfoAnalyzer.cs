using System.Collections.Immutable;
using AuthApi.Analyzers.Edits;
using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Http;
using AuthApi.Analyzers.Options;
using AuthApi.Analyzers.Protocols;
using AuthApi.Analyzers.Protocols.AdobePass;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidDeviceInfo;

/// <summary>AUTH1010: device information or a device identifier in a form that Adobe Pass does not read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidDeviceInfoAnalyzer : AuthApiAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidDeviceInfo);

    private protected override Service Service => Service.AdobePass;

    // The wrong expression can stand in another file than the request; it is reported where it stands.
    private protected override void Register(CompilationStartAnalysisContext context, ProgramModel program)
    {
        var options = context.Options;
        var found = new OncePerCompilation<IReadOnlyList<Diagnostic>>(token => Find(program, options, token));
        context.RegisterSemanticModelAction(model => model.ReportIn(found));
    }

    private static IReadOnlyList<Diagnostic> Find(ProgramModel program, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var findings = new Dictionary<SyntaxNode, (DeviceFinding Finding, string Carrier, HashSet<AdobePassApi> Apis)>();
        foreach (var request in SentRequests.For(program).All(cancellationToken))
        {
            var settings = AuthApiOptions.For(options, request.Send.Syntax.SyntaxTree);
            foreach (var (text, api) in Apis(request, settings))
            {
                foreach (var (finding, carrier) in Of(program, request, text, api, cancellationToken))
                {
                    if (!findings.TryGetValue(finding.Wrong.Syntax, out var known))
                        findings.Add(finding.Wrong.Syntax, known = (finding, carrier, []));
                    known.Apis.Add(api);
                }
            }
        }

        return findings.Values.Where(static f => f.Finding.Problem != DeviceProblem.PercentEncoded || f.Apis.SetEquals([AdobePassApi.V2]))
            .Select(static f => Create(f.Finding, f.Carrier, f.Apis)).ToList();
    }

    /// <summary>The addresses of a request that are calls of Adobe Pass, each with the API that all documented endpoints at it belong to.</summary>
    private static IEnumerable<(TextValue, AdobePassApi)> Apis(HttpRequest request, AuthApiOptions options)
    {
        foreach (var text in request.Urls)
        {
            var url = ServiceUrl.Parse(text.ToString());
            if (Anchors.IsRequest(url, options.AdobePassHosts.Contains) && Endpoints.Match(url).Select(static m => m.Endpoint.Api).Distinct().ToList() is [var api])
                yield return (text, api);
        }
    }

    private static IEnumerable<(DeviceFinding, string)> Of(ProgramModel program, HttpRequest request, TextValue text, AdobePassApi api, CancellationToken cancellationToken)
    {
        foreach (var value in HeaderValues.Of(program, request, DeviceInfo.Header, cancellationToken))
        {
            foreach (var finding in DeviceValues.OfInformation(program, value))
                yield return (finding, DeviceInfo.Header);
        }

        if (api == AdobePassApi.V2)
        {
            foreach (var value in HeaderValues.Of(program, request, DeviceInfo.IdentifierHeader, cancellationToken))
            {
                if (DeviceValues.OfIdentifier(program, value) is { } finding)
                    yield return (finding, DeviceInfo.IdentifierHeader);
            }
        }

        if (api != AdobePassApi.V1)
            yield break;
        foreach (var value in Parameters(program, request, text, cancellationToken))
        {
            foreach (var finding in DeviceValues.OfInformation(program, value))
            {
                // In a query or form every character can be encoded; only the JSON itself is certainly not read.
                if (finding.Problem == DeviceProblem.RawJson)
                    yield return (finding, DeviceInfo.Parameter);
            }
        }
    }

    /// <summary>The values of <c>device_info</c> in the query and in a form.</summary>
    private static IEnumerable<Site> Parameters(ProgramModel program, HttpRequest request, TextValue text, CancellationToken cancellationToken)
    {
        foreach (var parameter in ServiceUrl.Parse(text.ToString()).Query)
        {
            if (parameter.Name == DeviceInfo.Parameter && text.Slice(parameter.Start + parameter.Length - parameter.Value.Length, parameter.Value.Length).Pieces is [{ IsHole: true, Source: var source }])
                yield return source;
        }

        if (request.Body is not { } body)
            yield break;
        foreach (var origin in program.Origins(body, out _))
        {
            if (origin.Operation is not IObjectCreationOperation { Type.Name: "FormUrlEncodedContent", Arguments: [{ Value: var fields }] })
                continue;
            foreach (var value in HeaderValues.Of(program, origin.With(fields), DeviceInfo.Parameter, cancellationToken))
                yield return value;
        }
    }

    private static Diagnostic Create(DeviceFinding finding, string carrier, HashSet<AdobePassApi> apis)
    {
        var isPercentEncoded = carrier == DeviceInfo.Header && apis.SetEquals([AdobePassApi.V1]);
        var (properties, locations) = SourceEdits.ToDiagnostic(DeviceEdits.For(finding, isPercentEncoded));
        return Diagnostic.Create(Descriptors.InvalidDeviceInfo, finding.Wrong.Syntax.GetLocation(), locations, properties, carrier, Explain(finding, isPercentEncoded));
    }

    private static string Explain(DeviceFinding finding, bool isPercentEncoded) => finding.Problem switch
    {
        DeviceProblem.RawJson => "is JSON: Adobe Pass answers 400 invalid_device_info. Send " + (isPercentEncoded ? "the percent-encoded Base64 of its UTF-8 bytes." : "the Base64 of its UTF-8 bytes."),
        DeviceProblem.LineBreaks => "has a line break after every 76 characters, which .NET refuses in a header or which breaks the request. Use Base64FormattingOptions.None.",
        DeviceProblem.PercentEncoded => "is percent-encoded, which only V1 reads: V2 answers 400 invalid_header_device_info. Send the Base64 alone.",
        _ => $"does not begin with '{DeviceInfo.IdentifierPrefix}': V2 answers 400 invalid_header_device_identifier. Send that word, a blank and the Base64 of the device id.",
    };
}
