namespace Sluice.Platform.Protocol.Models;

/// <summary>What tells a service's requests from others' before its model is read. A test holds it against the model.</summary>
/// <param name="Name">The model's name, e.g. <c>codedeploy</c>.</param>
/// <param name="SigningName">What requests are signed for.</param>
/// <param name="Protocol"><see cref="Json"/> or <see cref="RestJson"/>.</param>
/// <param name="Mark">What a request of it begins with that is not signed: <c>X-Amz-Target</c> up to the dot, or in REST services the path.</param>
public sealed record ServedService(string Name, string SigningName, string Protocol, string Mark)
{
    /// <summary>AWS JSON 1.1.</summary>
    public const string Json = "json";

    /// <summary>REST-JSON.</summary>
    public const string RestJson = "rest-json";

    /// <summary>The variable that tells AWS's clients where it is.</summary>
    public string EndpointVariable => $"AWS_ENDPOINT_URL_{Name.ToUpperInvariant().Replace('-', '_')}";

    /// <summary>What stands before the operation in <c>X-Amz-Target</c>, without the dot; null in REST services.</summary>
    public string? TargetPrefix => Protocol == Json ? Mark : null;

    /// <summary>Whether a target is of this service. Some clients write no more than what stands after the last dot of a long one.</summary>
    public bool IsTarget(string? prefix) => TargetPrefix is { } mine && prefix is { Length: > 0 } && (mine == prefix || mine.EndsWith($".{prefix}", StringComparison.Ordinal));
}
