using System.Collections.Frozen;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol;

/// <summary>The operation that a request asks for.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Operation">What it is.</param>
public sealed record RoutedOperation(ServiceModel Service, OperationModel Operation)
{
    /// <summary>What the path gives for the labels of the operation's path, decoded; empty where the path has none.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>As rights name it, e.g. <c>codedeploy:CreateApplication</c>.</summary>
    public string Action => $"{Service.Name}:{Operation.Name}";
}
