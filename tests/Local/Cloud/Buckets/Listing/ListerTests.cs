using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Tests.Cloud.Buckets.Listing;

/// <summary>Pages are those of all keys, sorted and grouped in the simplest way.</summary>
public sealed class ListerTests
{
    private static readonly string[] Pieces = ["a", "b", "/", "//", "é", "\U0001F600", "\uFFEE", "z/", "A", " "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_one_after_the_other_are_all_keys(int seed)
    {
        using var world = new BucketWorld();
        await world.CreateAsync();
        var random = new Random(seed);
        var keys = Enumerable.Range(0, 150).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]))).Distinct(StringComparer.Ordinal).ToList();
        foreach (var key in keys)
        {
            await world.PutAsync(key, "");
        }

        for (var i = 0; i < 40; i++)
        {
            var prefix = random.Next(3) == 0 ? "" : keys[random.Next(keys.Count)][..1];
            prefix = prefix.Length > 0 && char.IsSurrogate(prefix[0]) ? "" : prefix;
            var delimiter = random.Next(3) switch { 0 => null, 1 => "/", _ => "b" };
            (await AllAsync(world, prefix, delimiter, random.Next(1, 20))).ShouldBe(Expected(keys, prefix, delimiter), $"prefix '{prefix}', delimiter '{delimiter}'");
        }
    }

    [Fact]
    public async Task A_long_group_is_jumped_over()
    {
        using var world = new BucketWorld();
        await world.CreateAsync();
        for (var i = 0; i < 450; i++)
        {
            await world.PutAsync($"group/{i:D3}", "");
        }

        await world.PutAsync("last", "");

        (await AllAsync(world, "", "/", 1000)).ShouldBe(["group/", "last"]);
    }

    private static async Task<List<string>> AllAsync(BucketWorld world, string prefix, string? delimiter, int most)
    {
        var (all, after) = (new List<string>(), "");
        while (true)
        {
            var page = await world.Get<Lister>().ListAsync(BucketWorld.Bucket, ListingRequest.Of(prefix, delimiter, after, most), CancellationToken.None);
            (page.Objects.Count + page.CommonPrefixes.Count).ShouldBeLessThanOrEqualTo(most);
            all.AddRange(page.Objects.Select(found => found.Key).Concat(page.CommonPrefixes).Order(Comparer<string>.Create(ObjectKeys.Compare)));
            if (!page.IsTruncated)
            {
                return all;
            }

            after = page.Last;
        }
    }

    private static List<string> Expected(List<string> keys, string prefix, string? delimiter) =>
    [
        .. keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => Group(key, prefix, delimiter)).Distinct(StringComparer.Ordinal).Order(Comparer<string>.Create(ObjectKeys.Compare)),
    ];

    private static string Group(string key, string prefix, string? delimiter) =>
        delimiter is not null && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is var at and >= 0 ? key[..(at + delimiter.Length)] : key;
}
