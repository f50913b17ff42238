using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Rules;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Rules;

/// <summary>What is kept of the rules in memory: another server that changes them is not told, and yet each change holds at once.</summary>
public sealed class KnownRulesTests : IAsyncLifetime
{
    private readonly RuledWorld _ruled = new();

    private PackageId Left => new("org", "main", PackageFormat.npm, null, "left");

    public async ValueTask InitializeAsync() => await _ruled.World.RepositoryAsync();

    public ValueTask DisposeAsync()
    {
        _ruled.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again()
    {
        var server = Server();
        var first = await server.OfAsync("org", CancellationToken.None);
        var before = _ruled.World.Read.Count;

        (await server.OfAsync("org", CancellationToken.None)).ShouldBeSameAs(first);

        _ruled.World.Read.Skip(before).ShouldBe(["PKGRULES"]);
    }

    [Fact]
    public async Task Each_change_of_groups_and_quarantines_holds_at_once()
    {
        var (one, other) = (Server(), Server());
        foreach (var (change, isOpen, isQuarantined) in new (Func<Task>, bool, bool)[]
        {
            (() => Task.CompletedTask, true, false),
            (() => _ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'npm','package':'left','reason':'it steals'"), true, true),
            (() => _ruled.CallAsync("CreatePackageGroup", "'domain':'org','packageGroup':'/npm/*'"), true, true),
            (() => _ruled.CallAsync("UpdatePackageGroupOriginConfiguration", "'domain':'org','packageGroup':'/npm/*','restrictions':{'EXTERNAL_UPSTREAM':'BLOCK'}"), false, true),
            (() => _ruled.CallAsync("ReleasePackageVersions", "'domain':'org','format':'npm','package':'left'"), false, false),
            (() => _ruled.CallAsync("DeletePackageGroup", "'domain':'org','packageGroup':'/npm/*'"), true, false),
        })
        {
            await change();
            foreach (var server in new[] { one, other, one })
            {
                var rules = await server.OfAsync("org", CancellationToken.None);
                (rules.Allows(Left, PackageGroupOriginRestrictionType.EXTERNAL_UPSTREAM), rules.QuarantinesOf(Left).Any()).ShouldBe((isOpen, isQuarantined));
            }
        }
    }

    [Fact]
    public async Task A_domain_that_is_made_again_has_nothing_of_the_one_before()
    {
        var server = Server();
        await _ruled.CallAsync("QuarantinePackageVersions", "'domain':'org','format':'npm','package':'left','reason':'it steals'");
        (await server.OfAsync("org", CancellationToken.None)).Quarantines.Count.ShouldBe(1);
        await _ruled.CallAsync("DeleteRepository", "'domain':'org','repository':'main'");
        await _ruled.CallAsync("DeleteDomain", "'domain':'org'");

        await _ruled.World.RepositoryAsync();

        (await server.OfAsync("org", CancellationToken.None)).Quarantines.ShouldBeEmpty();
    }

    /// <summary>As another process on the same table has it.</summary>
    private KnownRules Server() => new(_ruled.World.Get<Platform.Tables.ITable>(), _ruled.World.Get<GroupStore>(), _ruled.World.Get<QuarantineStore>());
}
