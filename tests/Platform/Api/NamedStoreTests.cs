using Sluice.Platform.Protocol;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Platform.Tests.Api;

public sealed class NamedStoreTests : IDisposable
{
    private readonly SqliteTable _table = SqliteTable.InMemory(TimeProvider.System);
    private readonly ShopStore _shops;

    public NamedStoreTests() => _shops = new ShopStore(_table);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_found_by_its_name_and_by_its_id()
    {
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        (await _shops.GetAsync("tea", Cancellation)).ShouldBe(new Shop("1", "tea"));
        (await _shops.FindByIdAsync("1", Cancellation)).ShouldBe(new Shop("1", "tea"));
        (await _shops.FindAsync("coffee", Cancellation)).ShouldBeNull();
        (await CodeAsync(() => _shops.GetAsync("coffee", Cancellation))).ShouldBe("ShopDoesNotExist");
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        (await CodeAsync(() => _shops.CreateAsync(new Shop("2", "tea"), Cancellation))).ShouldBe("ShopAlreadyExists");
        (await _shops.FindByIdAsync("2", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_rename_frees_the_old_name_and_keeps_the_id()
    {
        await _shops.CreateAsync(new Shop("1", "tea", 3), Cancellation);
        (await _shops.ChangeAsync("tea", shop => shop with { Name = "coffee" }, Cancellation)).ShouldBe(new Shop("1", "coffee", 3));
        (await _shops.FindAsync("tea", Cancellation)).ShouldBeNull();
        (await _shops.FindAsync("coffee", Cancellation))!.Id.ShouldBe("1");
        await _shops.CreateAsync(new Shop("2", "tea"), Cancellation);
        (await CodeAsync(() => _shops.ChangeAsync("tea", shop => shop with { Name = "coffee" }, Cancellation))).ShouldBe("ShopAlreadyExists");
        (await _shops.FindAsync("tea", Cancellation))!.Id.ShouldBe("2");
    }

    [Fact]
    public async Task A_change_is_made_to_what_is_stored_when_it_is_written()
    {
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        var tries = 0;
        await _shops.ChangeAsync(
            "tea",
            shop =>
            {
                if (tries++ == 0)
                {
                    new ShopStore(_table).ChangeAsync("tea", other => other with { Shelves = other.Shelves + 5 }, Cancellation).GetAwaiter().GetResult();
                }

                return shop with { Shelves = shop.Shelves + 1 };
            },
            Cancellation);
        (await _shops.FindAsync("tea", Cancellation))!.Shelves.ShouldBe(6);
    }

    [Fact]
    public async Task One_that_is_renamed_between_the_reads_has_not_that_name_any_more()
    {
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        _shops.Meanwhile = () => new ShopStore(_table).ChangeAsync("tea", shop => shop with { Name = "coffee" }, Cancellation);
        (await _shops.FindAsync("tea", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_one_frees_its_name_for_another()
    {
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        (await _shops.DeleteAsync("tea", Cancellation)).ShouldBe(new Shop("1", "tea"));
        (await _shops.DeleteAsync("tea", Cancellation)).ShouldBeNull();
        await _shops.CreateAsync(new Shop("2", "tea"), Cancellation);
        (await _shops.FindByIdAsync("1", Cancellation)).ShouldBeNull();
        (await _shops.FindAsync("tea", Cancellation))!.Id.ShouldBe("2");
    }

    [Fact]
    public async Task What_is_written_beside_refuses_in_its_own_words_and_nothing_is_half_done()
    {
        (await CodeAsync(() => _shops.CreateAsync(new Shop("1", "tea", 10), Cancellation))).ShouldBe("NoLicence");
        (await _shops.FindAsync("tea", Cancellation)).ShouldBeNull();
        await _shops.CreateAsync(new Shop("1", "tea"), Cancellation);
        (await CodeAsync(() => _shops.ChangeAsync("tea", shop => shop with { Name = "coffee", Shelves = 10 }, Cancellation))).ShouldBe("NoLicence");
        (await _shops.FindAsync("tea", Cancellation)).ShouldBe(new Shop("1", "tea"));
    }

    public void Dispose() => _table.Dispose();

    private static async Task<string> CodeAsync(Func<Task> act) => (await Should.ThrowAsync<ApiException>(act)).Code;
}
