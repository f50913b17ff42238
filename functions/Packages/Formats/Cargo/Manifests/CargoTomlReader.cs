using System.Text;
using Tomlyn;
using Tomlyn.Model;

namespace Sluice.Packages.Formats.Cargo.Manifests;

/// <summary>Reads a <c>Cargo.toml</c> as cargo packs it, with nothing inherited in it.</summary>
internal static class CargoTomlReader
{
    /// <summary>How many bytes it may have.</summary>
    public const int Most = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">It is none; the message follows its name.</exception>
    public static CargoToml Read(ReadOnlySpan<byte> bytes)
    {
        var root = Parsed(bytes);
        var package = root.Table("package") ?? root.Table("project") ?? throw new InvalidDataException("has no [package]");
        return new CargoToml(package.Text("name") ?? throw new InvalidDataException("has no package.name"), package.Text("version") ?? "0.0.0")
        {
            Description = package.Text("description"),
            HomePage = package.Text("homepage"),
            Repository = package.Text("repository"),
            Documentation = package.Text("documentation"),
            License = package.Text("license"),
            LicenseFile = package.Text("license-file"),
            Readme = package.Flag("readme") is false ? "" : package.Text("readme"),
            Links = package.Text("links"),
            RustVersion = package.Text("rust-version"),
            Dependencies = [.. ManifestDependencies.Of(root)],
            Features = (root.Table("features") ?? []).ToDictionary(feature => feature.Key, feature => TomlValues.Texts(feature.Value)),
        };
    }

    private static TomlTable Parsed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return TomlSerializer.Deserialize<TomlTable>(Strict.GetString(bytes)) ?? [];
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("is not in UTF-8", e);
        }
        catch (Exception e) when (e is TomlException or ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException or InvalidCastException or KeyNotFoundException)
        {
            throw new InvalidDataException($"is no TOML: {e.Message.TrimEnd('.', '\n')}", e);
        }
    }
}
