using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Formats.Cargo;

/// <summary>Crates, and what cargo sends of them, made as a test wants them.</summary>
internal static class Crates
{
    public const string Here = "/artifacts/org/cargo/main/";

    public static string Toml(string name, string version, string more = "") =>
        $"[package]\nname = \"{name}\"\nversion = \"{version}\"\ndescription = \"What it does\"\nlicense = \"MIT\"\nrepository = \"https://example.com/{name}\"\nrust-version = \"1.60\"\n{more}";

    public static byte[] Packed(string name, string version, string more = "", string code = "pub fn one() -> i32 { 1 }\n") => TestFiles.Tar(
        ($"{name}-{version}/Cargo.toml", Toml(name, version, more)), ($"{name}-{version}/README.md", $"# {name}\n"), ($"{name}-{version}/src/lib.rs", code));

    public static JsonObject Metadata(string name, string version, JsonArray? deps = null, JsonObject? features = null) => new()
    {
        ["name"] = name, ["vers"] = version, ["deps"] = deps ?? [], ["features"] = features ?? [], ["authors"] = new JsonArray(), ["description"] = "What it does", ["readme"] = null, ["license"] = "MIT", ["links"] = null,
    };

    public static byte[] Frame(JsonObject metadata, byte[] crate) => Frame(Encoding.UTF8.GetBytes(metadata.ToJsonString()), crate);

    public static byte[] Frame(byte[] metadata, byte[] crate) => [.. Length(metadata.Length), .. metadata, .. Length(crate.Length), .. crate];

    public static byte[] Length(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    public static byte[] Frame(string name, string version) => Frame(Metadata(name, version), Packed(name, version));

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
