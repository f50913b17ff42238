using Sluice.Packages.Retention;
using Sluice.Packages.Tests.Api;

namespace Sluice.Packages.Tests.Retention;

public sealed class SweepPackagesTests
{
    private const string KeepOne = "'rulesDocument':'{\\\"retention\\\":{\\\"newest\\\":1}}'";

    [Fact]
    public async Task What_the_plan_says_goes_and_its_numbers_stay_taken()
    {
        using var api = await FilledAsync();
        await api.CallAsync("PutPackageRules", $"'domain':'org','repository':'main',{KeepOne}");

        var plan = await api.CallAsync("GetPackageRetentionPlan", "'domain':'org','repository':'main'");
        ApiWorld.Names(plan, "versions", "version").ShouldBe(["1.0", "2.0"]);
        (await api.VersionsAsync()).ShouldBe(["1.0 Published", "2.0 Published", "3.0 Published"]);

        await api.World.Get<SweepPackages>().RunAsync(cancellationToken: CancellationToken.None);
        await api.World.Get<SweepPackages>().RunAsync(cancellationToken: CancellationToken.None);

        (await api.VersionsAsync()).ShouldBe(["1.0 Disposed", "2.0 Disposed", "3.0 Published"]);
        (await api.RefusedAsync("PublishPackageVersion", $"{ApiWorld.Tool},'packageVersion':'1.0','assetName':'a.txt','assetSHA256':'{new string('0', 64)}','assetContent':''")).Message.ShouldContain("is Disposed");
        (await api.ToldAsync()).Count(told => told.EndsWith("Updated Disposed", StringComparison.Ordinal)).ShouldBe(2);
        ApiWorld.Names(await api.CallAsync("GetPackageRetentionPlan", "'domain':'org','repository':'main'"), "versions", "version").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_s_rule_holds_where_the_repository_has_none()
    {
        using var api = await FilledAsync();
        await api.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/generic/team/*'");
        await api.CallAsync("PutPackageRules", $"'domain':'org','packageGroup':'/generic/team/*',{KeepOne}");
        await api.CallAsync("PutPackageRules", "'domain':'org','repository':'prod','rulesDocument':'{\\\"retention\\\":{\\\"newest\\\":9}}'");
        await api.CallAsync("CopyPackageVersions", "'domain':'org','sourceRepository':'main','destinationRepository':'prod','format':'generic','namespace':'team','package':'tool','versions':['1.0','2.0']");

        await api.World.Get<SweepPackages>().RunAsync(cancellationToken: CancellationToken.None);

        (await api.VersionsAsync()).ShouldBe(["1.0 Disposed", "2.0 Disposed", "3.0 Published"]);
        (await api.VersionsAsync(ApiWorld.Tool.Replace("'main'", "'prod'", StringComparison.Ordinal))).ShouldBe(["1.0 Published", "2.0 Published"]);
    }

    [Fact]
    public async Task A_run_ends_after_so_many_packages_and_the_next_goes_on()
    {
        using var api = await FilledAsync();
        var other = ApiWorld.Tool.Replace("'tool'", "'zoo'", StringComparison.Ordinal);
        await api.PublishAsync("1.0", package: other);
        api.World.Clock.Moved += TimeSpan.FromDays(1);
        await api.PublishAsync("2.0", package: other);
        await api.CallAsync("PutPackageRules", $"'domain':'org','repository':'main',{KeepOne}");

        await api.World.Get<SweepPackages>().RunAsync(most: 1, CancellationToken.None);
        ((await api.VersionsAsync())[0], (await api.VersionsAsync(other))[0]).ShouldBe(("1.0 Disposed", "1.0 Published"));

        await api.World.Get<SweepPackages>().RunAsync(most: 1, CancellationToken.None);
        (await api.VersionsAsync(other))[0].ShouldBe("1.0 Disposed");
    }

    private static async Task<ApiWorld> FilledAsync()
    {
        var api = await ApiWorld.MakeAsync();
        foreach (var version in new[] { "1.0", "2.0", "3.0" })
        {
            await api.PublishAsync(version);
            api.World.Clock.Moved += TimeSpan.FromDays(1);
        }

        return api;
    }
}
