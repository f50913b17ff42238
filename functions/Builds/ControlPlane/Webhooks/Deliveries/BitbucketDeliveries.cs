using Sluice.Platform.GitHosts;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Bitbucket's deliveries, by its documented payloads.</summary>
internal static class BitbucketDeliveries
{
    public static ReadDelivery Read(string name, Payload body) =>
        name == "repo:push" ? Push(body)
        : BitbucketEvents.Happening(name) is not { } happened ? ReadDelivery.Nothing($"the event '{name}' starts no builds")
        : BitbucketEvents.PullRequest(happened, body) is { } pull ? ReadDelivery.Of(HostDeliveries.Of(pull))
        : ReadDelivery.Nothing("the pull request has no number");

    /// <summary>One push may change several refs; the last of them that is there is built.</summary>
    private static ReadDelivery Push(Payload body) => BitbucketEvents.Push(body) is [.., var push] ? ReadDelivery.Of(HostDeliveries.Of(push)) : ReadDelivery.Nothing("the push removes its ref");
}
