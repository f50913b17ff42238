using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Kills;

/// <summary>Two requests: the first leaves the version unfinished.</summary>
internal sealed class GenericPublication : IPublication
{
    public async Task<int> PublishAsync(PackageWorld world)
    {
        foreach (var (name, unfinished) in new[] { ("one.txt", true), ("two.txt", false) })
        {
            var content = Encoding.UTF8.GetBytes(name);
            var input = Version(("assetName", name), ("assetSHA256", Convert.ToHexStringLower(SHA256.HashData(content))), ("assetContent", Convert.ToBase64String(content)));
            if (unfinished)
            {
                input["unfinished"] = true;
            }

            // The last one again, of a version that is finished already, is the same again.
            if ((await world.Api.AskAsync("PublishPackageVersion", input.ToJsonString())).Status is not 200 and var status)
            {
                return status;
            }
        }

        return 200;
    }

    public async Task<bool> IsSeenAsync(PackageWorld world) => await StatusAsync(world) == "Published";

    public async Task WholeAsync(PackageWorld world)
    {
        (await StatusAsync(world)).ShouldBe("Published");
        var assets = await world.Api.CallAsync("ListPackageVersionAssets", Version());
        assets!["assets"]!.AsArray().Select(asset => (string)asset!["name"]!).ShouldBe(["one.txt", "two.txt"]);
    }

    private static async Task<string?> StatusAsync(PackageWorld world)
    {
        var (status, answer) = await world.Api.AskAsync("DescribePackageVersion", Version().ToJsonString());
        return status == 200 ? (string?)answer!["packageVersion"]!["status"] : null;
    }

    private static JsonObject Version(params (string Name, string Value)[] more)
    {
        var input = new JsonObject { ["domain"] = "org", ["repository"] = "main", ["format"] = "generic", ["namespace"] = "tools", ["package"] = "app", ["packageVersion"] = "1.0" };
        foreach (var (name, value) in more)
        {
            input[name] = value;
        }

        return input;
    }
}
