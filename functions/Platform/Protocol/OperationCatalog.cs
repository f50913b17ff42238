using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol;

/// <summary>Which operations of the models are built.</summary>
public sealed class OperationCatalog(ServiceModels models, IEnumerable<OperationRegistration> registrations)
{
    private readonly Dictionary<(string Service, string Name), OperationRunner> _built =
        registrations.ToDictionary(registration => (registration.Service, registration.Name), registration => OperationRunner.Of(registration.Implementation));

    /// <summary>What the model has and nobody registered.</summary>
    public IReadOnlyList<string> NotBuilt(string service) =>
        [.. models[service].Operations.Keys.Where(name => !_built.ContainsKey((service, name))).Order(StringComparer.Ordinal)];

    /// <summary>The names of a service's operations that are registered, in order.</summary>
    public IReadOnlyList<string> BuiltOf(string service) => [.. _built.Keys.Where(operation => operation.Service == service).Select(operation => operation.Name).Order(StringComparer.Ordinal)];

    /// <summary>What is registered, with the records that it takes and answers.</summary>
    public IReadOnlyList<(string Service, string Name, Type Input, Type Output)> Built =>
        [.. _built.Select(built => (built.Key.Service, built.Key.Name, built.Value.Records.Input, built.Value.Records.Output))];

    internal OperationRunner? Find(RoutedOperation operation) => _built.GetValueOrDefault((operation.Service.Name, operation.Operation.Name));
}
