namespace Sluice.Packages.Formats.NuGet.Names;

/// <summary>What the files of a version are called.</summary>
internal static class NuGetAssets
{
    public static string Package(string name, string number) => $"{name}.{number}.nupkg";

    public static string Symbols(string name, string number) => $"{name}.{number}.snupkg";
}
