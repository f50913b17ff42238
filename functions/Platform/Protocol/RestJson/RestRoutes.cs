using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>Which operation of a REST service a method and a URI are: of those that fit, the one whose path says the most.</summary>
internal sealed class RestRoutes(ServiceModel service)
{
    private readonly List<(OperationModel Operation, RestPath Path)> _routes =
        [.. service.Operations.Values.Select(operation => (Operation: operation, Path: new RestPath(operation.Path)))
            .OrderBy(route => route.Path.Rank, StringComparer.Ordinal).ThenByDescending(route => route.Path.Constants.Count)];

    /// <summary>Null if it is none.</summary>
    public RoutedOperation? Find(ApiRequest request)
    {
        var query = DecodedQuery.Of(request.Query);
        foreach (var (operation, path) in _routes)
        {
            if (operation.Method == request.Method && path.Match(request.Path) is { } labels && path.Fits(query))
            {
                return new RoutedOperation(service, operation) { Labels = labels };
            }
        }

        return null;
    }
}
