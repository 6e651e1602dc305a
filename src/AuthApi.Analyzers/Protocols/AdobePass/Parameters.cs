namespace AuthApi.Analyzers.Protocols.AdobePass;

/// <summary>Short names to write the tables of endpoints with. A parameter is in the query until one of the <c>In…</c> methods moves it.</summary>
internal static class Parameters
{
    internal static Parameter Mandatory(string name, params string[] values) => new(name, ParameterNeed.Mandatory, ParameterPlace.Query, values);

    internal static Parameter MandatoryButOmitted(string name) => new(name, ParameterNeed.MandatoryButOmitted, ParameterPlace.Query, []);

    internal static Parameter Listed(string name) => new(name, ParameterNeed.Listed, ParameterPlace.Query, []);

    internal static Parameter Optional(string name) => new(name, ParameterNeed.Optional, ParameterPlace.Query, []);

    internal static Parameter Deprecated(string name) => new(name, ParameterNeed.Deprecated, ParameterPlace.Query, []);

    internal static IEnumerable<Parameter> InQueryOrForm(params Parameter[] parameters) => Move(parameters, ParameterPlace.QueryOrForm);

    internal static IEnumerable<Parameter> InForm(params Parameter[] parameters) => Move(parameters, ParameterPlace.Form);

    internal static IEnumerable<Parameter> InJson(params Parameter[] parameters) => Move(parameters, ParameterPlace.Json);

    private static IEnumerable<Parameter> Move(Parameter[] parameters, ParameterPlace place) => parameters.Select(parameter => parameter with { Place = place });
}
