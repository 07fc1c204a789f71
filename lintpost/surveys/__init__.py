"""What looks at many posts and checks nothing."""
