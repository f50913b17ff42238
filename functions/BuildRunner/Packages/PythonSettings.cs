namespace Sluice.BuildRunner.Packages;

/// <summary>pip, uv and twine take theirs from variables.</summary>
internal static class PythonSettings
{
    private const string Format = "pypi";

    public static Dictionary<string, string> Of(PackageAccess access)
    {
        var (registry, index) = (access.Of(Format).ToString(), new Uri(access.SignedOf(Format), "simple/").ToString());
        var variables = new Dictionary<string, string>
        {
            ["TWINE_REPOSITORY_URL"] = registry, ["TWINE_USERNAME"] = PackageAccess.User, ["TWINE_PASSWORD"] = access.Token,
            ["UV_PUBLISH_URL"] = registry, ["UV_PUBLISH_USERNAME"] = PackageAccess.User, ["UV_PUBLISH_PASSWORD"] = access.Token,
            ["CODEARTIFACT_PYPI_URL"] = index,
        };
        if (access.IsWhole(Format))
        {
            // A second index beside another would be asked for the same names, and whoever takes one of ours there would be believed.
            (variables["PIP_INDEX_URL"], variables["UV_DEFAULT_INDEX"]) = (index, index);
        }

        return variables;
    }
}
