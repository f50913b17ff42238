using System.Text;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>
/// Which operation of a REST-XML service a request is. Several have one method and path there: what tells them apart is which of their required parameters and headers are there.
/// </summary>
internal sealed class XmlRoutes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ServiceModel _service;
    private readonly List<Route> _routes;
    private readonly HashSet<string> _telling;

    public XmlRoutes(ServiceModel service)
    {
        _service = service;
        _routes = [.. service.Operations.Values.Select(operation => new Route(operation)).OrderBy(route => route.Path.Rank, StringComparer.Ordinal).ThenByDescending(route => route.Says)];
        _telling = [.. _routes.SelectMany(route => route.Telling)];
    }

    /// <exception cref="ApiException">It is none.</exception>
    public RoutedOperation Find(ApiRequest request)
    {
        CheckPath(request.Path);
        var query = DecodedQuery.Of(request.Query);
        foreach (var route in _routes)
        {
            if (route.Operation.Method == request.Method && route.Path.Match(request.Path) is { } labels && route.Fits(request, query))
            {
                return route.Stranger(query, _telling) is { } stranger ? throw NotAllowed(request, $" with '{stranger}'") : new RoutedOperation(_service, route.Operation) { Labels = labels };
            }
        }

        throw NotAllowed(request, "");
    }

    /// <summary>A path that is no text would be another one when it is shown again.</summary>
    private static void CheckPath(string path)
    {
        try
        {
            _ = Strict.GetString(PercentEncoding.Decode(path));
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new ApiException(XmlErrors.InvalidUri, "Couldn't parse the specified URI.");
        }
    }

    private ApiException NotAllowed(ApiRequest request, string more) =>
        new(XmlErrors.MethodNotAllowed, $"The specified method is not allowed against this resource: {request.Method} {request.Path}{more} is no operation of {_service.Name}.");

    private sealed class Route
    {
        private readonly List<Member> _required;
        private readonly HashSet<string> _known;

        public Route(OperationModel operation)
        {
            (Operation, Path) = (operation, new RestPath(operation.Path));
            _required = [.. (operation.Input?.Required ?? []).Select(name => operation.Input!.Members[name]).Where(member => member.Location is "querystring" or "header")];
            _known = [.. (operation.Input?.Members.Values ?? []).Where(member => member.Location == "querystring").Select(member => member.NameThere), .. Path.Constants.Select(constant => constant.Name)];
        }

        public OperationModel Operation { get; }

        public RestPath Path { get; }

        public int Says => Path.Constants.Count + _required.Count;

        /// <summary>The parameters that tell this operation from others.</summary>
        public IEnumerable<string> Telling => Path.Constants.Select(constant => constant.Name).Concat(_required.Where(member => member.Location == "querystring").Select(member => member.NameThere));

        public bool Fits(ApiRequest request, IReadOnlyList<(string Name, string Value)> query) =>
            Path.Fits(query) && _required.All(member => member.Location == "header" ? request.Header(member.NameThere) is not null : DecodedQuery.First(query, member.NameThere) is not null);

        /// <summary>A parameter that asks for another operation than this one: to leave it out of account would do what was not asked.</summary>
        public string? Stranger(IReadOnlyList<(string Name, string Value)> query, HashSet<string> telling) =>
            query.Select(parameter => parameter.Name).FirstOrDefault(name => telling.Contains(name) && !_known.Contains(name));
    }
}
