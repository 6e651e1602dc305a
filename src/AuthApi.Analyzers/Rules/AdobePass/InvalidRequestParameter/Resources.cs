using AuthApi.Analyzers.Flow;
using AuthApi.Analyzers.Protocols.AdobePass;

namespace AuthApi.Analyzers.Rules.AdobePass.InvalidRequestParameter;

/// <summary>More than five resources in one preauthorize call: a comma list in the query (V1), an array in the body (V2).</summary>
internal static class Resources
{
    public static void Report(AdobePassCall call, AdobePassReport report)
    {
        if (call.Answering.Any(static m => !m.Endpoint.Path.Contains("preauthorize")))
            return;
        foreach (var parameter in call.Url.Query.Where(static p => p.Name == "resource"))
        {
            var list = parameter.Value.Replace("%2C", ",").Replace("%2c", ",");
            Report(call, report, list.Count(static c => c == ',') + 1, call.PlaceOf(report.Program, parameter.Start, parameter.Length));
        }

        if (call.Request.Body is not { } body || call.Answering[0].Endpoint.Api != AdobePassApi.V2)
            return;
        foreach (var (name, value) in RequestBody.Fields(report.Program, body).Where(static f => f.Name == "resources"))
        {
            if (report.Program.Origins(value, out _) is [{ Operation: var list }] && list.ElementsInPlace() is { } elements)
                Report(call, report, elements.Count(), (list.Syntax.ContainingMember() == value.Syntax.ContainingMember() ? list : value.Operation).Syntax.GetLocation());
        }
    }

    private static void Report(AdobePassCall call, AdobePassReport report, int count, Microsoft.CodeAnalysis.Location place)
    {
        if (count > Limits.PreauthorizeResources)
        {
            report.At(
                Descriptors.TooManyResources, place, null,
                $"{count} resources", $"are more than one call of '{call.Answering[0].Endpoint}' may ask for without an agreement: the answer is 403 too_many_resources",
                $"ask for {Limits.PreauthorizeResources} at a time");
        }
    }
}
