namespace Sluice.BuildRunner.Packages;

/// <summary>Cargo takes a registry from variables of its name, and publishes to the one that is the default.</summary>
internal static class CargoSettings
{
    public static Dictionary<string, string> Of(PackageAccess access)
    {
        var name = $"{access.Domain}-{access.Repository}".ToLowerInvariant().Replace('.', '-').Replace('_', '-');
        var prefix = $"CARGO_REGISTRIES_{name.Replace('-', '_').ToUpperInvariant()}";
        return new()
        {
            [$"{prefix}_INDEX"] = $"sparse+{access.Of("cargo")}",
            [$"{prefix}_TOKEN"] = $"Bearer {access.Token}",
            [$"{prefix}_CREDENTIAL_PROVIDER"] = "cargo:token",
            ["CARGO_REGISTRY_DEFAULT"] = name,
        };
    }
}
