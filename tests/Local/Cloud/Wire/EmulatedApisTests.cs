using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Wire;
using Sluice.Local.Host;

namespace Sluice.Local.Tests.Cloud.Wire;

public sealed class EmulatedApisTests
{
    [Fact]
    public void Clients_that_ask_for_another_service_are_told_of_all() =>
        EmulatedApis.Of([], new CloudIdentity(LocalAws.Region, LocalAws.AccountId)).Select(service => service.Name).Distinct().Order(StringComparer.Ordinal).ShouldBe(EmulatedApis.Names);
}
