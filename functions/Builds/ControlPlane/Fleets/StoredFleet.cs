using Sluice.Platform.Accounts;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Fleets;

/// <summary>A fleet as it is stored.</summary>
/// <param name="FleetId">A UUID, for ever its own.</param>
/// <param name="Fleet">As it is answered, but for its ARN.</param>
public sealed record StoredFleet(string FleetId, Fleet Fleet)
{
    internal string Name => Fleet.Name!;

    internal ListedResource Listed => new(Name, Fleet.Created!.Value, Fleet.LastModified!.Value);

    internal Fleet Answer(SuiteAccount account) => Fleet with { Arn = ArnOf(account), Id = FleetId };

    internal string ArnOf(SuiteAccount account) => BuildArns.Fleets.Of($"{Name}:{FleetId}", account);
}
