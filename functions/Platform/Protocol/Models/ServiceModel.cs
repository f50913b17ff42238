namespace Sluice.Platform.Protocol.Models;

/// <summary>The model of a service's API: what the original's has, and our additions.</summary>
/// <param name="Name">E.g. <c>codedeploy</c>; what requests are signed for unless the model says otherwise.</param>
/// <param name="SigningName">What requests are signed for.</param>
/// <param name="Protocol"><c>json</c> or <c>rest-json</c>.</param>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>, without the dot; empty in REST services.</param>
/// <param name="Operations">By name.</param>
/// <param name="Errors">The names of all errors, each with the HTTP status that it is answered with.</param>
/// <param name="ErrorNames">How errors name a member that they do not name as the member is named, by the member's name.</param>
public sealed record ServiceModel(
    string Name,
    string SigningName,
    string Protocol,
    string TargetPrefix,
    IReadOnlyDictionary<string, OperationModel> Operations,
    IReadOnlyDictionary<string, int> Errors,
    IReadOnlyDictionary<string, string> ErrorNames)
{
    /// <summary>The namespace of its documents in XML; empty in services that have none.</summary>
    public string XmlNamespace { get; init; } = "";
}
