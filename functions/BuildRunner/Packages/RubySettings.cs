namespace Sluice.BuildRunner.Packages;

/// <summary>RubyGems takes its sources from a further file of settings, and pushes to the host of a variable with the key of another. A Gemfile can name its source by <c>CODEARTIFACT_RUBY_URL</c>.</summary>
internal static class RubySettings
{
    private const string Format = "ruby";

    public static Dictionary<string, string> Write(PackageAccess access, PackageFolder folder)
    {
        var signed = access.SignedOf(Format).ToString();
        var variables = new Dictionary<string, string> { ["RUBYGEMS_HOST"] = access.Of(Format).ToString(), ["GEM_HOST_API_KEY"] = access.Token, ["CODEARTIFACT_RUBY_URL"] = signed };
        if (access.IsWhole(Format))
        {
            variables["GEMRC"] = folder.Write("gemrc", ":sources:", $"- {signed}");
        }

        return variables;
    }
}
