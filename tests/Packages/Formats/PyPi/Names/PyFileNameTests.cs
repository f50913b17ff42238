using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Tests.Formats.PyPi.Names;

public sealed class PyFileNameTests
{
    [Theory]
    [InlineData("Flask_Login", "flask-login")]
    [InlineData("a.-_b", "a-b")]
    [InlineData("X", "x")]
    public void A_project_has_one_name(string written, string normal) => PyName.Normalised(written).ShouldBe(normal);

    [Theory]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a.", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    [InlineData("ä", false)]
    [InlineData("a", true)]
    [InlineData("A.b-c_1", true)]
    public void Names_are_judged(string name, bool valid) => PyName.IsValid(name).ShouldBe(valid);

    [Theory]
    [InlineData("flask_login-1.0-py3-none-any.whl", "bdist_wheel", "1.0", "py3")]
    [InlineData("Flask_Login-1.0b2-1abc-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", "bdist_wheel", "1.0b2", "cp312")]
    [InlineData("flask_login-1.0+local.1-py2.py3-none-any.whl", "bdist_wheel", "1.0+local.1", "py2.py3")]
    [InlineData("flask_login-1.0.tar.gz", "sdist", "1.0", "source")]
    [InlineData("Flask-Login-1.0.tar.gz", "sdist", "1.0", "source")]
    [InlineData("flask-login-1.0-beta-2.zip", "sdist", "1.0b2", "source")]
    public void A_file_says_what_it_is(string file, string type, string version, string python)
    {
        var read = PyFileName.Read(file, "flask-login").ShouldNotBeNull();
        (read.PackageType, read.Version.ToString(), read.Python).ShouldBe((type, version, python));
    }

    [Theory]
    [InlineData("other-1.0-py3-none-any.whl")]
    [InlineData("flask_login-1.0-py3-none.whl")]
    [InlineData("flask_login-1.0-x1-py3-none-any.whl")]
    [InlineData("flask_login-1.0--py3-none-any.whl")]
    [InlineData("flask_login-one-py3-none-any.whl")]
    [InlineData("flask_login-1.0.tar.bz2")]
    [InlineData("flask_login-1.0-py3.egg")]
    [InlineData("flask_login.tar.gz")]
    [InlineData("../flask_login-1.0.tar.gz")]
    [InlineData("flask_login-1.0/../x.tar.gz")]
    [InlineData("flask_login-1.0.tar.gz\n")]
    [InlineData("flask_login-1.0 .tar.gz")]
    [InlineData("flask_login-1.0.WHL")]
    public void A_file_is_none_of_the_projects(string file) => PyFileName.Read(file, "flask-login").ShouldBeNull();
}
