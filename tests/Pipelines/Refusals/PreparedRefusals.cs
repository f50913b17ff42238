using Sluice.World.Refusals;

namespace Sluice.Pipelines.Tests.Refusals;

/// <summary>Refusals for which the world must be another than that of <see cref="GoodInputs"/>.</summary>
internal static class PreparedRefusals
{
    private static readonly IReadOnlyList<(Refusal Refusal, Func<RefusedWorld, Task> Prepare)> _all =
    [
        (new("CreateCustomActionType", "LimitExceededException", "{}", "There are 50 custom action types"), world => world.FillActionTypesAsync()),
        (new("PutWebhook", "LimitExceededException", "{}", "There are 300 webhooks"), world => world.FillWebhooksAsync()),
    ];

    public static IReadOnlyList<Refusal> All { get; } = [.. _all.Select(one => one.Refusal)];

    public static Task PrepareAsync(RefusedWorld world, Refusal refusal) => _all.Single(one => one.Refusal == refusal).Prepare(world);
}
